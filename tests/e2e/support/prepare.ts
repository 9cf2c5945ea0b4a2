import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { FullConfig } from "@playwright/test";
import { build } from "@/scripts/start/build";
import { seed } from "@/scripts/start/seed";
import { copyDatabase, startThrowaway } from "@/scripts/test/throwaway";
import { variablesFor } from "./variables";

/** One throw-away PostgreSQL with a migrated and filled template, and a build; each worker makes its copy of these. */
export default async function prepare(config: FullConfig): Promise<() => Promise<void>> {
  await build({ always: false });
  const server = await startThrowaway("end-to-end tests");
  try {
    const filled = await copyDatabase(server);
    const folder = join(config.rootDir, "../../test-results/server");
    mkdirSync(folder, { recursive: true });
    const accounts = join(folder, "practice.json");
    await seed(
      { variables: variablesFor(server, filled.addresses, folder), embedded: undefined, close: server.stop },
      accounts,
    );
    process.env.E2E_PREPARED = JSON.stringify({
      server: { port: server.port, secrets: server.secrets },
      template: filled.name,
      accounts,
      folder,
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server.stop;
}
