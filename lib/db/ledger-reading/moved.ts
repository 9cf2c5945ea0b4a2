import { lastOfMonth, type MonthCut } from "@/lib/domain/ledger/month-cut";
import { Prisma } from "../generated/client";

/** Where a question looks: a programme, or one stream of it. */
export interface Where {
  readonly programmeId: string;
  readonly streamId: string | null;
}

/** The cells `m` of a programme or stream. */
const cellsOf = ({ programmeId, streamId }: Where): Prisma.Sql =>
  streamId === null
    ? Prisma.sql`m.programme_id = ${programmeId}::uuid`
    : Prisma.sql`m.programme_id = ${programmeId}::uuid AND m.account_id IN (
        SELECT s.id FROM account s WHERE s.programme_id = ${programmeId}::uuid AND s.stream_id = ${streamId}::uuid)`;

/** The postings of some entries, added or taken away. Row-level security and the indexes see one programme on both sides. */
const strip = (
  { programmeId, streamId }: Where,
  sign: 1 | -1,
  condition: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  SELECT p.account_id, e.kind, date_trunc('month', e.recorded_at AT TIME ZONE 'UTC')::date AS recorded_month,
    ${sign}::int * p.amount_cents AS amount, ${sign}::bigint AS postings,
    CASE WHEN p.line = 1 THEN ${sign}::bigint ELSE 0 END AS entries
    FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
   WHERE e.programme_id = ${programmeId}::uuid AND p.programme_id = ${programmeId}::uuid AND ${condition}
     ${streamId === null ? Prisma.empty : Prisma.sql`AND e.stream_id = ${streamId}::uuid`}`;

type Side = "until" | "after";

/** The entries of the two broken months, each time only those of the smaller side; about days until the date, or after it. */
function strips(
  where: Where,
  { asOf, effectiveMonth, recorded, effective }: MonthCut,
  side: Side = "until",
): Prisma.Sql[] {
  const way = side === "until" ? Prisma.sql`<=` : Prisma.sql`>`;
  const broken =
    recorded === null
      ? []
      : [
          strip(
            where,
            recorded.sign,
            Prisma.sql`e.recorded_at > ${recorded.after.at}::timestamptz AND e.recorded_at <= ${recorded.upTo.at}::timestamptz
              AND p.entry_seq > ${recorded.after.seq} ${recorded.upTo.seq === null ? Prisma.empty : Prisma.sql`AND p.entry_seq <= ${recorded.upTo.seq}`}
              AND e.effective_on ${way} ${lastOfMonth(effectiveMonth)}::date`,
          ),
        ];
  if (effective === null) return broken;
  const { sign, from, to } = effective;
  const about = Prisma.sql`e.effective_on >= ${from}::date AND e.effective_on <= ${to}::date
    AND e.recorded_at <= ${asOf.knownAt}::timestamptz`;
  return [...broken, strip(where, side === "until" ? sign : sign === 1 ? -1 : 1, about)];
}

const joined = (parts: readonly Prisma.Sql[]) => Prisma.join([...parts], " UNION ALL ");

/**
 * Rows of account_id, kind, recorded_month, amount, postings and entries that add up to what was known and holds, or to what
 * was known of later days.
 */
export const moved = (where: Where, cut: MonthCut, side: Side = "until"): Prisma.Sql =>
  joined([
    Prisma.sql`
      SELECT m.account_id, m.kind, m.recorded_month, m.amount_cents AS amount, m.posting_count AS postings, m.entry_count AS entries
        FROM account_month m WHERE ${cellsOf(where)} AND m.recorded_month <= ${cut.recordedMonth}::date
         AND m.effective_month ${side === "until" ? Prisma.sql`<=` : Prisma.sql`>`} ${cut.effectiveMonth}::date`,
    ...strips(where, cut, side),
  ]);

/**
 * Rows of account_id, amount and postings that add up to the balance of each account as of the two dates. Most questions
 * are about now: then the balance of now less the months after it.
 */
export function balancesAsOf(where: Where, cut: MonthCut): Prisma.Sql {
  const { effectiveMonth, recordedMonth } = cut;
  const columns = Prisma.sql`SELECT account_id, amount, postings FROM`;
  if (!cut.countsBack) return Prisma.sql`${columns} (${moved(where, cut)}) x`;
  const later = (condition: Prisma.Sql) => Prisma.sql`
    SELECT m.account_id, -m.amount_cents, -m.posting_count FROM account_month m WHERE ${cellsOf(where)} AND ${condition}`;
  return joined([
    Prisma.sql`SELECT m.account_id, m.balance_cents AS amount, m.posting_count AS postings FROM account_balance m WHERE ${cellsOf(where)}`,
    later(Prisma.sql`m.recorded_month > ${recordedMonth}::date`),
    later(
      Prisma.sql`m.effective_month > ${effectiveMonth}::date AND m.recorded_month <= ${recordedMonth}::date`,
    ),
    ...strips(where, cut).map((part) => Prisma.sql`${columns} (${part}) x`),
  ]);
}
