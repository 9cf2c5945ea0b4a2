import { inject } from "vitest";
import { closePool } from "@/lib/db/pool";
import { copyDatabase, dropDatabase } from "@/scripts/test/throwaway";

export interface TestDatabase {
  /** Owns the tables: what migrations and seeding run as. */
  readonly ownerUrl: string;
  /** The application's role. */
  readonly appUrl: string;
  /** Reads the ledger only. */
  readonly verifierUrl: string;
  /** Passes every guard: for looking behind them and for damaging things on purpose. */
  readonly superuserUrl: string;
  close(): Promise<void>;
}

/**
 * A migrated, empty database for one test file. lib/db uses it from here on; open it before the first query and close
 * it in afterAll, when the test has ended its own connections.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const { name, addresses } = await copyDatabase(server);
  process.env.DATABASE_URL = addresses.app;
  process.env.MIGRATE_DATABASE_URL = addresses.owner;
  process.env.CONTEXT_KEY = server.secrets.contextKey;
  return {
    ownerUrl: addresses.owner,
    appUrl: addresses.app,
    verifierUrl: addresses.verifier,
    superuserUrl: addresses.superuser,
    close: async () => {
      await closePool();
      await dropDatabase(server, name);
    },
  };
}
