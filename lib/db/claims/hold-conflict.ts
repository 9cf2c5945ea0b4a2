import type { Tx } from "../transaction";

/** Decisions on one conflict are taken one after the other, until the end of the transaction. */
export async function holdConflict(tx: Tx, conflictId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`conflict ${conflictId}`}, 13))::text`;
}
