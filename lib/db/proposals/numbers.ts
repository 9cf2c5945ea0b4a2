import type { Tx } from "../transaction";

/** The next number of a programme and year, such as OEF-2026-0413; a lock keeps two writers from the same one. */
export async function nextProposalNumber(
  tx: Tx,
  programmeId: string,
  prefix: string,
  year: string,
): Promise<string> {
  const start = `${prefix}-${year}-`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`proposal ${programmeId} ${year}`}, 11))::text`;
  const rows = await tx.$queryRaw<{ last: number | null }[]>`
    SELECT max(substr(number, ${start.length + 1})::int) AS last FROM proposal
     WHERE programme_id = ${programmeId}::uuid AND number LIKE ${`${start}%`} AND substr(number, ${start.length + 1}) ~ '^[0-9]+$'`;
  return `${start}${String((rows[0]?.last ?? 0) + 1).padStart(4, "0")}`;
}
