import type { MonthCut } from "@/lib/domain/ledger/month-cut";
import type { FigureChange } from "@/lib/domain/overview/figure-history";
import { Prisma } from "../generated/client";
import { asking, lastBefore, readMonthCut } from "../ledger-reading/month-cut";
import { moved } from "../ledger-reading/moved";
import type { Tx } from "../transaction";
import { accountsOf, CHANGE, changeOf, type DescribedRow, described } from "./figure-changes";
import { CHANGE_OF_ENTRY, type FigureQuestion, NOT_NOTHING, wholeHistory } from "./figure-history";

export interface HistoryPage {
  readonly rows: readonly FigureChange[];
  /** Whether there are earlier changes than these. */
  readonly older: boolean;
}

/**
 * The last changes of a figure before an entry, or the last of all. What the figure then was follows from whole months, and
 * of the months in which it changed only the last ones are read.
 */
export async function historyPage(
  tx: Tx,
  question: FigureQuestion,
  { before, limit }: { readonly before: bigint | null; readonly limit: number },
): Promise<HistoryPage> {
  const { programmeId, filter, asOf } = question;
  if (filter.allocation !== null) {
    const whole = (await wholeHistory(tx, question)).filter(({ seq }) => before === null || seq < before);
    return { rows: whole.slice(0, limit), older: whole.length > limit };
  }
  const until = { ...asOf, knownAt: await knownBefore(tx, programmeId, before, asOf.knownAt) };
  const cut = await readMonthCut(asking(tx), programmeId, until);
  const months = await monthsOf(tx, question, cut);
  const now = months.reduce((all, { change }) => all + change, 0n);
  const wanted = limit + 1;
  // An entry can take as much from the figure as it adds, and is then no change: so a first part may hold too few.
  for (let part = monthsOfLines(months, wanted); ; part = Math.min(months.length, part * 2)) {
    const after = months[part - 1]?.month;
    const rows = after === undefined ? [] : await changesAfter(tx, question, { cut, after, wanted, now });
    if (rows.length < wanted && part < months.length) continue;
    return { rows: rows.slice(0, limit).map(changeOf), older: rows.length > limit };
  }
}

/** How many of the last months hold so many lines. */
function monthsOfLines(months: readonly Month[], wanted: number): number {
  let lines = 0n;
  const found = months.findIndex((one) => {
    lines += one.lines;
    return lines >= wanted;
  });
  return found === -1 ? months.length : found + 1;
}

interface Part {
  readonly cut: MonthCut;
  /** First day of the month of recording from which on lines are read. */
  readonly after: string;
  readonly wanted: number;
  /** What the figure is after the last of these changes. */
  readonly now: bigint;
}

/** The last changes, read along the lines of each account of the figure from a month on. */
async function changesAfter(
  tx: Tx,
  { programmeId, streamId, filter, asOf }: FigureQuestion,
  { cut, after, wanted, now }: Part,
): Promise<DescribedRow[]> {
  const [place] = await tx.$queryRaw<{ seq: bigint }[]>`
    SELECT ${lastBefore(programmeId, Prisma.sql`(${after}::timestamp AT TIME ZONE 'UTC')`)} AS seq`;
  return tx.$queryRaw<DescribedRow[]>`
    WITH a AS MATERIALIZED (SELECT a.id, a.kind, a.area_id FROM account a WHERE ${accountsOf(programmeId, streamId, filter)}),
    changed AS (
      SELECT ${CHANGE_OF_ENTRY} FROM a CROSS JOIN LATERAL (
          SELECT q.entry_seq, q.amount_cents FROM posting q WHERE q.account_id = a.id AND q.programme_id = ${programmeId}::uuid
             AND q.entry_seq > ${place?.seq ?? 0n} AND q.entry_seq <= ${cut.known} OFFSET 0) p
        JOIN entry e ON e.programme_id = ${programmeId}::uuid AND e.seq = p.entry_seq AND e.effective_on <= ${asOf.validOn}::date
       ${NOT_NOTHING} ORDER BY e.seq DESC LIMIT ${wanted}),
    run AS (
      SELECT c.*, ${now}::numeric + c.change - sum(c.change) OVER (ORDER BY c.seq DESC) AS now,
        row_number() OVER (ORDER BY c.seq) = 1 AND (count(*) OVER ()) < ${wanted} AS first FROM changed c)
    ${described(programmeId)}`;
}

/** The last instant before an entry was recorded. */
async function knownBefore(
  tx: Tx,
  programmeId: string,
  before: bigint | null,
  knownAt: string,
): Promise<string> {
  if (before === null) return knownAt;
  const [row] = await tx.$queryRaw<{ at: string }[]>`
    SELECT ledger.instant(recorded_at - interval '1 microsecond') AS at FROM entry
     WHERE programme_id = ${programmeId}::uuid AND seq = ${before}`;
  return row === undefined || row.at > knownAt ? knownAt : row.at;
}

interface Month {
  readonly month: string;
  readonly change: bigint;
  readonly lines: bigint;
}

/** By how much the figure changed in each month of recording, last first; only months with lines of it. */
function monthsOf(
  tx: Tx,
  { programmeId, streamId, filter }: FigureQuestion,
  cut: MonthCut,
): Promise<Month[]> {
  return tx.$queryRaw<Month[]>`
    WITH cell AS MATERIALIZED (
      SELECT m.account_id, m.recorded_month, sum(m.amount) AS amount, sum(m.postings) AS lines
        FROM (${moved({ programmeId, streamId }, cut)}) m GROUP BY m.account_id, m.recorded_month)
    SELECT to_char(m.recorded_month, 'YYYY-MM-DD') AS month, sum(${CHANGE(Prisma.sql`m.amount`)})::bigint AS change,
      sum(m.lines)::bigint AS lines
      FROM cell m JOIN account a ON a.id = m.account_id WHERE ${accountsOf(programmeId, streamId, filter)}
     GROUP BY m.recorded_month HAVING sum(m.lines) > 0 ORDER BY m.recorded_month DESC`;
}
