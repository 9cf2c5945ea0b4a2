import type { Tx } from "../transaction";

/** The next number of a sample, such as OEF-S-2026-003; a lock keeps two auditors from the same one. */
export async function nextSampleNumber(
  tx: Tx,
  programmeId: string,
  prefix: string,
  year: string,
): Promise<string> {
  const start = `${prefix}-S-${year}-`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sample ${programmeId} ${year}`}, 70))::text`;
  const rows = await tx.$queryRaw<{ last: number | null }[]>`
    SELECT max(substr(number, ${start.length + 1})::int) AS last FROM sample
     WHERE programme_id = ${programmeId}::uuid AND number LIKE ${`${start}%`}`;
  return `${start}${String((rows[0]?.last ?? 0) + 1).padStart(3, "0")}`;
}
