import pg from "pg";
import { Prisma } from "../generated/client";
import { type Snapshot, snapshotOn } from "./snapshot";

const SYSTEM = { personId: null, scope: "system", organisationIds: [] } as const;

/**
 * A snapshot that sees every journal: as the verifier, who needs no context, else in the context of the system.
 * @throws Error when row-level security would hide rows: an empty journal must not pass for a good one.
 */
export async function openVerifierSnapshot(environment: NodeJS.ProcessEnv = process.env): Promise<Snapshot> {
  const verifier = environment.VERIFIER_DATABASE_URL ?? environment.VERIFY_DATABASE_URL;
  const url = verifier ?? environment.MIGRATE_DATABASE_URL ?? environment.DATABASE_URL;
  if (!url)
    throw new Error(
      "VERIFIER_DATABASE_URL is not set: give the address of PostgreSQL with the verifier's role.",
    );
  const client = new pg.Client({ connectionString: url, application_name: "geldstroom ledger" });
  await client.connect();
  try {
    const { rows } = await client.query<{ sees: boolean }>(
      "SELECT rolname = 'geldstroom_verifier' OR rolsuper OR rolbypassrls AS sees FROM pg_roles WHERE rolname = current_user",
    );
    const unbound = rows[0]?.sees === true;
    const snapshot = await snapshotOn(client, unbound ? null : SYSTEM);
    if (!unbound) {
      const [context] = await snapshot.rows<{ scope: string }>(Prisma.sql`SELECT security.scope() AS scope`);
      if (context?.scope !== "system")
        throw new Error("The database does not accept CONTEXT_KEY, so it would hide entries.");
    }
    return {
      ...snapshot,
      close: async () => {
        await snapshot.close();
        await client.end();
      },
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}
