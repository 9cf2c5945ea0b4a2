import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closePool } from "@/lib/db/pool";
import type { Addresses } from "@/scripts/database/roles";
import { build } from "@/scripts/start/build";
import type { Environment } from "@/scripts/start/environment";
import { freePort } from "@/scripts/start/ports";
import { seed } from "@/scripts/start/seed";
import { serve } from "@/scripts/start/serve";
import { copyDatabase, startThrowaway, type ThrowawayServer } from "@/scripts/test/throwaway";
import { variablesFor } from "../e2e/support/variables";

type Web = Awaited<ReturnType<typeof serve>>;

/** A database with the published figures and the practice programme, and what the application reads to use it. */
export interface Filled {
  readonly addresses: Addresses;
  readonly variables: Environment;
}

/** Where the parts of the bench work: each thing is made when the first of them asks for it. */
export interface BenchPlace {
  readonly server: ThrowawayServer;
  readonly folder: string;
  readonly quick: boolean;
  readonly filled: () => Promise<Filled>;
  readonly web: () => Promise<Web>;
}

const lazily = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined;
  return { get: () => (made ??= make()), started: () => made };
};

/** Runs work beside a throw-away server that writes as durably as a real one, and takes all of it away again. */
export async function atBenchPlace(
  quick: boolean,
  work: (place: BenchPlace) => Promise<void>,
): Promise<void> {
  const server = await startThrowaway("bench", { durable: true });
  const folder = mkdtempSync(join(tmpdir(), "geldstroom-bench-"));
  process.env.CONTEXT_KEY = server.secrets.contextKey;
  const filled = lazily(async () => {
    const { addresses } = await copyDatabase(server);
    const variables = variablesFor(server, addresses, folder);
    await seed({ variables, embedded: undefined, close: server.stop }, join(folder, "practice.json"));
    process.env.DATABASE_URL = addresses.app;
    return { addresses, variables };
  });
  const web = lazily(async () => {
    await build({ always: false });
    const { variables } = await filled.get();
    return serve({ port: await freePort(), variables, output: "inherit" });
  });
  try {
    await work({ server, folder, quick, filled: filled.get, web: web.get });
  } finally {
    await (await web.started())?.stop();
    await closePool();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
