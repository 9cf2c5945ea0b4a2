import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { leave, others, takePart } from "../start/participants.ts";
import { inData } from "../start/project.ts";
import { type Secrets, secrets } from "../start/secrets.ts";
import { programs } from "./binaries.ts";
import {
  alreadyRunning,
  type ClusterPlace,
  initialise,
  type Running,
  startCluster,
  stopCluster,
} from "./cluster.ts";
import { type Addresses, prepareDatabase } from "./roles.ts";
import { canEnter, findRunner } from "./runner.ts";
import { shelter } from "./shelter.ts";
import { withLock } from "./turn.ts";

export interface EmbeddedDatabase {
  readonly addresses: Addresses;
  readonly port: number;
  /** Whether it was running already, for another process or after a kill. */
  readonly found: boolean;
  /** Stops it, unless another process of this project still uses it. */
  readonly stop: () => Promise<void>;
}

function place(): ClusterPlace {
  const runner = findRunner();
  const own = inData();
  mkdirSync(own, { recursive: true });
  const home = canEnter(runner, own) ? own : shelter(runner);
  const bin = programs(runner, () => (home === own ? shelter(runner) : home));
  return { runner, bin, data: join(home, "postgres"), log: inData("postgres.log") };
}

function rememberedPort(): number | undefined {
  const file = inData("port");
  return existsSync(file) ? Number(readFileSync(file, "utf8")) : undefined;
}

async function ensureRunning(
  where: ClusterPlace,
  keys: Secrets,
): Promise<{ running: Running; found: boolean }> {
  if (!existsSync(join(where.data, "PG_VERSION"))) await initialise(where, keys.superuserPassword);
  const running = await alreadyRunning(where.data);
  if (running) return { running, found: true };
  const started = await startCluster(where, rememberedPort());
  writeFileSync(inData("port"), `${started.port}`);
  return { running: started, found: false };
}

function explained(error: unknown, { data }: ClusterPlace): unknown {
  if (!(error instanceof Error && "code" in error && error.code === "28P01")) return error;
  const file = inData("secrets.json");
  return new Error(
    `The database in ${data} was made with other passwords than ${file} holds. Put that file back, or remove ${data} to begin anew without its data.`,
  );
}

/** Starts the database under .data, or joins the one that runs there. */
export async function openEmbeddedDatabase(doing: string): Promise<EmbeddedDatabase> {
  const keys = secrets();
  takePart({ doing });
  return withLock(inData("database.lock"), async () => {
    const where = place();
    const { running, found } = await ensureRunning(where, keys);
    const stop = async () => {
      leave();
      if (others().every((one) => one.cluster !== undefined)) await stopCluster(running);
    };
    try {
      const all = await prepareDatabase(running.port, keys);
      return {
        addresses: all,
        port: running.port,
        found,
        stop: () => withLock(inData("database.lock"), stop),
      };
    } catch (error) {
      await stop();
      throw explained(error, where);
    }
  });
}
