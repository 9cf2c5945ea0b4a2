import { type Cents, cents } from "@/lib/domain/money";
import type { StreamFigure, YearMeasure } from "@/lib/domain/overview/stream-figures";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { Tx } from "../transaction";

interface Row {
  readonly kind: string;
  readonly trancheId: string;
  readonly municipalityId: string | null;
  readonly year: number | null;
  readonly amount: bigint;
}

/** What a kind of account counts for, and with which sign: a ceiling is a credit. */
const MEASURE: Readonly<Record<string, readonly [YearMeasure, 1n | -1n]>> = {
  ceiling: ["ceiling", -1n],
  unallocated: ["free", 1n],
  allocated: ["allocated", 1n],
  advanced: ["advanced", 1n],
  spent: ["spent", 1n],
};

/**
 * The balances of a stream as of the two dates, counted back from those of now (see positionsAsOf). An account without
 * postings at that time is absent, not zero.
 */
export async function streamFigures(
  tx: Tx,
  programmeId: string,
  streamId: string,
  { validOn, knownAt }: AsOf,
): Promise<StreamFigure[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH later AS (
      SELECT p.account_id, sum(p.amount_cents) AS amount, count(*) AS postings
        FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
       WHERE e.programme_id = ${programmeId}::uuid AND e.stream_id = ${streamId}::uuid
         AND (e.effective_on > ${validOn}::date OR e.recorded_at > ${knownAt}::timestamptz)
       GROUP BY p.account_id)
    SELECT a.kind::text AS kind, a.tranche_id AS "trancheId", a.municipality_id AS "municipalityId", a.year,
      sum(b.balance_cents - coalesce(l.amount, 0))::bigint AS amount
      FROM account a JOIN account_balance b ON b.account_id = a.id LEFT JOIN later l ON l.account_id = a.id
     WHERE a.programme_id = ${programmeId}::uuid AND a.stream_id = ${streamId}::uuid
     GROUP BY a.kind, a.tranche_id, a.municipality_id, a.year
    HAVING sum(b.posting_count - coalesce(l.postings, 0)) > 0`;
  return rows.flatMap(({ kind, amount, ...place }): StreamFigure[] => {
    const counted = MEASURE[kind];
    if (counted === undefined) return [];
    return [{ ...place, measure: counted[0], amount: cents(counted[1] * amount) satisfies Cents }];
  });
}
