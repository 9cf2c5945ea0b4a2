import { cents } from "@/lib/domain/money";
import type { PopulationLine, PopulationTotals } from "@/lib/domain/sampling/population";
import type { LaterLines } from "@/lib/domain/sampling/sample";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

/** Booked spend of a programme; null is every stream, municipality or year. */
export interface PopulationAsked {
  readonly programmeId: string;
  readonly streamId: string | null;
  readonly municipalityId: string | null;
  readonly year: number | null;
}

/** The last entry that was known at an instant; null when none was. */
export async function lastKnown(tx: Tx, programmeId: string, knownAt: string): Promise<bigint | null> {
  const [row] = await tx.$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM entry WHERE programme_id = ${programmeId}::uuid AND recorded_at <= ${knownAt}::timestamptz
     ORDER BY recorded_at DESC LIMIT 1`;
  return row?.seq ?? null;
}

const spent = ({ programmeId, streamId, municipalityId, year }: PopulationAsked): Prisma.Sql => Prisma.sql`
  FROM account a JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id
 WHERE a.programme_id = ${programmeId}::uuid AND a.kind = 'spent'
   AND (${streamId}::uuid IS NULL OR a.stream_id = ${streamId}::uuid)
   AND (${municipalityId}::uuid IS NULL OR a.municipality_id = ${municipalityId}::uuid)
   AND (${year}::int IS NULL OR a.year = ${year}::int)`;

const AT_ONCE = Prisma.raw("5000");

interface LineRow {
  readonly seq: bigint;
  readonly amount: bigint;
  readonly streamId: string;
  readonly municipalityId: string;
  readonly year: number;
}

/** Every line up to an entry, in the order of the journal, a few thousand in memory at a time. */
export async function* populationLines(
  tx: Tx,
  asked: PopulationAsked,
  ledgerSeq: bigint,
): AsyncGenerator<PopulationLine> {
  await tx.$executeRaw`DECLARE population NO SCROLL CURSOR FOR
    SELECT p.entry_seq AS seq, p.amount_cents AS amount, a.stream_id::text AS "streamId",
      a.municipality_id::text AS "municipalityId", a.year
    ${spent(asked)} AND p.entry_seq <= ${ledgerSeq}::bigint ORDER BY p.entry_seq`;
  for (;;) {
    const rows = await tx.$queryRaw<LineRow[]>`FETCH ${AT_ONCE} FROM population`;
    for (const row of rows) yield { ...row, amount: cents(row.amount) };
    if (rows.length === 0) break;
  }
  await tx.$executeRaw`CLOSE population`;
}

export async function countPopulation(
  tx: Tx,
  asked: PopulationAsked,
  ledgerSeq: bigint,
): Promise<PopulationTotals> {
  const [row] = await tx.$queryRaw<PopulationTotals[]>`
    SELECT (count(*) FILTER (WHERE p.amount_cents > 0))::int AS positive,
      coalesce(sum(p.amount_cents) FILTER (WHERE p.amount_cents > 0), 0)::bigint AS "positiveCents",
      (count(*) FILTER (WHERE p.amount_cents < 0))::int AS negative,
      coalesce(sum(p.amount_cents) FILTER (WHERE p.amount_cents < 0), 0)::bigint AS "negativeCents"
    ${spent(asked)} AND p.entry_seq <= ${ledgerSeq}::bigint`;
  return row ?? { positive: 0, positiveCents: 0n, negative: 0, negativeCents: 0n };
}

/** A line that is no entry, because nothing was spent: from reports that were accepted by then. */
export interface ZeroLine {
  readonly reportId: string;
  readonly number: string;
  readonly streamName: string;
  readonly municipalityName: string;
  readonly areaName: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly year: number;
}

export const zeroLines = (
  tx: Tx,
  { programmeId, streamId, municipalityId, year }: PopulationAsked,
  knownAt: string,
): Promise<ZeroLine[]> => tx.$queryRaw<ZeroLine[]>`
  SELECT r.id::text AS "reportId", r.number, s.short_name AS "streamName", m.preferred_name AS "municipalityName",
    a.name AS "areaName", t.name_nl AS "themeNl", t.name_en AS "themeEn", w.year
    FROM report r JOIN reporting_window w ON w.id = r.window_id AND w.programme_id = ${programmeId}::uuid
    JOIN report_line l ON l.report_id = r.id AND l.spent_cents = 0
    JOIN stream s ON s.id = w.stream_id JOIN organisation m ON m.id = r.municipality_id
    JOIN area a ON a.id = l.area_id JOIN theme t ON t.id = l.theme_id
   WHERE r.status = 'accepted'
     AND EXISTS (SELECT 1 FROM report_event v WHERE v.report_id = r.id AND v.action = 'accepted' AND v.at <= ${knownAt}::timestamptz)
     AND (${streamId}::uuid IS NULL OR w.stream_id = ${streamId}::uuid)
     AND (${municipalityId}::uuid IS NULL OR r.municipality_id = ${municipalityId}::uuid)
     AND (${year}::int IS NULL OR w.year = ${year}::int)
   ORDER BY r.number, a.code, t.position`;

/** How many of the later lines are listed; the rest is counted. */
const LISTED = 50;

/** Lines that were booked after an entry and would have belonged to the population. */
export async function laterLines(tx: Tx, asked: PopulationAsked, ledgerSeq: bigint): Promise<LaterLines> {
  const [sums] = await tx.$queryRaw<{ count: number; amount: bigint }[]>`
    SELECT count(*)::int AS count, coalesce(sum(p.amount_cents), 0)::bigint AS amount
    ${spent(asked)} AND p.entry_seq > ${ledgerSeq}::bigint`;
  if (sums === undefined || sums.count === 0) return { count: 0, amount: cents(0n), lines: [] };
  const lines = await tx.$queryRaw<{ seq: bigint; amount: bigint; recordedAt: Date }[]>`
    SELECT x.seq, x.amount, e.recorded_at AS "recordedAt" FROM (
      SELECT p.entry_seq AS seq, p.amount_cents AS amount ${spent(asked)} AND p.entry_seq > ${ledgerSeq}::bigint
       ORDER BY p.entry_seq LIMIT ${LISTED}) x
      JOIN entry e ON e.programme_id = ${asked.programmeId}::uuid AND e.seq = x.seq ORDER BY x.seq`;
  return {
    count: sums.count,
    amount: cents(sums.amount),
    lines: lines.map((line) => ({ ...line, amount: cents(line.amount) })),
  };
}
