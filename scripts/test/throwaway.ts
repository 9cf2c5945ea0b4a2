import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programs } from "../database/binaries.ts";
import { initialise, type Running, startCluster, stopCluster } from "../database/cluster.ts";
import { type Addresses, addresses, asClient, prepareDatabase } from "../database/roles.ts";
import { findRunner } from "../database/runner.ts";
import { shelter } from "../database/shelter.ts";
import { deploy } from "../migrate.ts";
import { leave, takePart } from "../start/participants.ts";
import type { Secrets } from "../start/secrets.ts";

/** Migrated and empty; every test file gets a copy of it. */
export const EMPTY = "geldstroom_empty";

/** What a worker needs to know to make copies of its own; plain data, so that it can cross to another process. */
export interface ThrowawayServer {
  readonly port: number;
  readonly secrets: Secrets;
}

export interface Throwaway extends ThrowawayServer {
  readonly stop: () => Promise<void>;
}

const ALWAYS = ["max_connections=200"];
// Nothing here has to survive a power cut; a bench that measures what safety costs is another matter.
const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

function secretsOfTest(): Secrets {
  const password = randomBytes(12).toString("hex");
  return {
    superuserPassword: password,
    ownerPassword: password,
    appPassword: password,
    verifierPassword: password,
    nextAuthSecret: randomBytes(32).toString("base64"),
    contextKey: randomBytes(32).toString("hex"),
    actionsKey: randomBytes(32).toString("base64"),
  };
}

/** A PostgreSQL server of its own in a temporary folder, with its roles and the migrated template. */
export async function startThrowaway(
  doing: string,
  { durable = false }: { readonly durable?: boolean } = {},
): Promise<Throwaway> {
  const runner = findRunner();
  const bin = programs(runner, () => shelter(runner));
  const home = mkdtempSync(join(tmpdir(), "geldstroom-test-"));
  chmodSync(home, 0o711);
  const place = { runner, bin, data: join(home, "postgres"), log: join(home, "postgres.log") };
  const secrets = secretsOfTest();
  // Known before it starts: when this process is killed, the next one clears the folder and its server.
  takePart({ doing, cluster: home });
  await initialise(place, secrets.superuserPassword);
  const running: Running = await startCluster(place, undefined, [...ALWAYS, ...(durable ? [] : FAST)]);
  const { owner } = await prepareDatabase(running.port, secrets, EMPTY);
  await deploy(owner, secrets.contextKey);
  const stop = async () => {
    await stopCluster(running);
    rmSync(home, { recursive: true, force: true });
    leave();
  };
  return { port: running.port, secrets, stop };
}

const asSuperuser = (server: ThrowawayServer, ...statements: string[]) =>
  asClient(addresses(server.port, server.secrets, "postgres").superuser, async (client) => {
    for (const statement of statements) await client.query(statement);
  });

/** Copies a database, privileges included: CREATE DATABASE leaves those of the database itself behind. */
export async function copyDatabase(
  server: ThrowawayServer,
  from = EMPTY,
): Promise<{ name: string; addresses: Addresses }> {
  const name = `t_${randomBytes(6).toString("hex")}`;
  await asSuperuser(
    server,
    `CREATE DATABASE ${name} TEMPLATE ${from} OWNER geldstroom_owner`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${name} TO geldstroom_app, geldstroom_verifier`,
  );
  return { name, addresses: addresses(server.port, server.secrets, name) };
}

export const dropDatabase = (server: ThrowawayServer, name: string): Promise<void> =>
  asSuperuser(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
