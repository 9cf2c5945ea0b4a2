import type { Tx } from "../transaction";

/** When this person last said to have seen what changed in a programme; null when never. */
export async function lastLooked(tx: Tx, personId: string, programmeId: string): Promise<Date | null> {
  const row = await tx.lastLooked.findUnique({
    where: { personId_programmeId: { personId, programmeId } },
    select: { at: true },
  });
  return row?.at ?? null;
}

export async function writeLastLooked(tx: Tx, personId: string, programmeId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO last_looked (person_id, programme_id, at) VALUES (${personId}::uuid, ${programmeId}::uuid, now())
    ON CONFLICT (person_id, programme_id) DO UPDATE SET at = excluded.at`;
}
