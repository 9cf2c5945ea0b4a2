import type { YearTurn } from "@/lib/domain/cross-checks/facts";
import { cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { Prisma } from "../generated/client";
import { asking, readMonthCut } from "../ledger-reading/month-cut";
import { balancesAsOf, moved } from "../ledger-reading/moved";
import type { Tx } from "../transaction";

type Turned = Pick<YearTurn, "streamId" | "kind"> & { readonly amount: bigint };

const byStream = (tx: Tx, programmeId: string, movements: Prisma.Sql): Promise<Turned[]> => tx.$queryRaw<
  Turned[]
>`
  SELECT a.stream_id::text AS "streamId", a.kind::text AS kind, sum(x.amount)::bigint AS amount
    FROM (${movements}) x JOIN account a ON a.programme_id = ${programmeId}::uuid AND a.id = x.account_id
   GROUP BY a.stream_id, a.kind HAVING sum(x.postings) > 0 ORDER BY 1, 2`;

/**
 * Each turn of a year up to the valid-on date, as known then: what the year opens with, counted back from the balances of
 * now also where that is more work, and what the year before closed with, added up month by month. Read in one way they could
 * never differ.
 */
export async function readYearTurns(
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<YearTurn[]> {
  const years = await tx.$queryRaw<{ year: number }[]>`
    SELECT y AS year FROM programme p, generate_series(p.horizon_from + 1,
      least(extract(year FROM ${validOn}::date)::int, p.horizon_to + 1)) y WHERE p.id = ${programmeId}::uuid ORDER BY y`;
  const turns: YearTurn[] = [];
  for (const { year } of years) {
    const cut = await readMonthCut(asking(tx), programmeId, { validOn: `${year - 1}-12-31`, knownAt });
    const where = { programmeId, streamId: null };
    const opening = await byStream(tx, programmeId, balancesAsOf(where, { ...cut, countsBack: true }));
    const closing = await byStream(tx, programmeId, moved(where, cut));
    turns.push(...joined(year, opening, closing));
  }
  return turns;
}

function joined(year: number, opening: readonly Turned[], closing: readonly Turned[]): YearTurn[] {
  const all = new Map([...opening, ...closing].map((one) => [`${one.streamId}/${one.kind}`, one]));
  const of = (rows: readonly Turned[], { streamId, kind }: Turned) =>
    cents(rows.find((row) => row.streamId === streamId && row.kind === kind)?.amount ?? 0n);
  return [...all.values()].map((one) => ({
    streamId: one.streamId,
    kind: one.kind,
    year,
    opening: of(opening, one),
    closing: of(closing, one),
  }));
}
