import type { Tx } from "../transaction";

/** The next number of a programme and year, such as OEF-2026-0413; a lock keeps two writers from the same one. */
export async function nextProposalNumber(
  tx: Tx,
  programmeId: string,
  prefix: string,
  year: string,
): Promise<string> {
  return (await nextProposalNumbers(tx, programmeId, prefix, year))(0);
}

/** The numbers that follow on the last one, however many are needed: the first is that of 0. */
export async function nextProposalNumbers(
  tx: Tx,
  programmeId: string,
  prefix: string,
  year: string,
): Promise<(index: number) => string> {
  const start = `${prefix}-${year}-`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`proposal ${programmeId} ${year}`}, 11))::text`;
  const rows = await tx.$queryRaw<{ last: number | null }[]>`
    SELECT max(substr(number, ${start.length + 1})::int) AS last FROM proposal
     WHERE programme_id = ${programmeId}::uuid AND number LIKE ${`${start}%`} AND substr(number, ${start.length + 1}) ~ '^[0-9]+$'`;
  const last = rows[0]?.last ?? 0;
  return (index) => `${start}${String(last + index + 1).padStart(4, "0")}`;
}

/** The next number of a batch, such as OEF-V-2026-007. */
export async function nextBatchNumber(
  tx: Tx,
  programmeId: string,
  prefix: string,
  year: string,
): Promise<string> {
  const start = `${prefix}-V-${year}-`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`batch ${programmeId} ${year}`}, 12))::text`;
  const rows = await tx.$queryRaw<{ last: number | null }[]>`
    SELECT max(substr(number, ${start.length + 1})::int) AS last FROM batch
     WHERE programme_id = ${programmeId}::uuid AND number LIKE ${`${start}%`}`;
  return `${start}${String((rows[0]?.last ?? 0) + 1).padStart(3, "0")}`;
}
