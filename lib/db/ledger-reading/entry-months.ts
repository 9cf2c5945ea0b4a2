import type { EntryFilter } from "@/lib/domain/ledger/entry-filter";
import { lessKnown, type MonthCount } from "@/lib/domain/ledger/entry-months";
import type { MonthCut } from "@/lib/domain/ledger/month-cut";
import { Prisma } from "../generated/client";
import { type Ask, readMonthCut } from "./month-cut";
import { moved } from "./moved";

interface Row extends Record<string, unknown> {
  readonly recordedMonth: string;
  readonly kind: MonthCount["kind"];
  readonly entries: string;
  readonly amount: string;
}

/** What an account's lines count for in a list of entries: a ceiling and a settlement are credits. */
export const SHOWN_AMOUNT = (amount: Prisma.Sql): Prisma.Sql => Prisma.sql`
  CASE WHEN a.kind IN ('ceiling', 'settled') THEN -${amount} WHEN a.kind IN ('allocated', 'spent', 'advanced') THEN ${amount} ELSE 0 END`;

/**
 * Entries by kind and month of recording, as of the two dates, out of whole months. What was recorded after an instant is
 * what is known now less what was known then.
 */
export async function entryMonths(
  ask: Ask,
  programmeId: string,
  filter: Omit<EntryFilter, "text">,
  cut: MonthCut,
): Promise<MonthCount[]> {
  const now = await countedMonths(ask, programmeId, filter, cut);
  if (filter.recordedAfter === null) return now;
  const asOf = { ...cut.asOf, knownAt: filter.recordedAfter };
  const then = await readMonthCut(ask, programmeId, asOf);
  return lessKnown(now, await countedMonths(ask, programmeId, filter, then));
}

/** Of one year each entry has one line on the account that is its amount, and that is what is counted. */
async function countedMonths(
  ask: Ask,
  programmeId: string,
  filter: Omit<EntryFilter, "text">,
  cut: MonthCut,
): Promise<MonthCount[]> {
  const { stream, municipality, kind, year } = filter;
  const conditions = [Prisma.sql`a.programme_id = ${programmeId}::uuid`];
  if (stream !== null)
    conditions.push(
      Prisma.sql`a.stream_id = (SELECT id FROM stream WHERE programme_id = ${programmeId}::uuid AND code = ${stream})`,
    );
  if (municipality !== null)
    conditions.push(
      Prisma.sql`a.municipality_id = (SELECT id FROM organisation WHERE code = ${municipality})`,
    );
  if (kind !== null) conditions.push(Prisma.sql`x.kind = ${kind}::entry_kind`);
  if (year !== null) conditions.push(Prisma.sql`a.year = ${year}::int`);
  const entries =
    year === null
      ? Prisma.sql`x.entries`
      : Prisma.sql`CASE WHEN a.kind IN ('ceiling', 'allocated', 'spent', 'advanced', 'settled') THEN x.postings ELSE 0 END`;
  const rows = await ask<Row>(Prisma.sql`
    WITH cell AS (
      SELECT m.account_id, m.kind, m.recorded_month, sum(m.amount) AS amount, sum(m.postings) AS postings, sum(m.entries) AS entries
        FROM (${moved({ programmeId, streamId: null }, cut)}) m GROUP BY m.account_id, m.kind, m.recorded_month)
    SELECT to_char(x.recorded_month, 'YYYY-MM-DD') AS "recordedMonth", x.kind::text AS kind, sum(${entries})::text AS entries,
      sum(${SHOWN_AMOUNT(Prisma.sql`x.amount`)})::text AS amount
      FROM cell x JOIN account a ON a.id = x.account_id WHERE ${Prisma.join(conditions, " AND ")}
     GROUP BY x.recorded_month, x.kind HAVING sum(${entries}) <> 0 ORDER BY x.recorded_month DESC, x.kind`);
  return rows.map((row) => ({ ...row, entries: BigInt(row.entries), amount: BigInt(row.amount) }));
}
