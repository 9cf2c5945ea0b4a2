import type { TestProject } from "vitest/node";
import { startThrowaway, type ThrowawayServer } from "@/scripts/test/throwaway";

declare module "vitest" {
  interface ProvidedContext {
    readonly databaseServer: ThrowawayServer;
  }
}

/** One real PostgreSQL for the whole run, with the migrated template that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowaway("integration tests");
  project.provide("databaseServer", { port: server.port, secrets: server.secrets });
  return server.stop;
}
