import { type Cents, cents } from "@/lib/domain/money";
import type { StreamFigure, YearMeasure } from "@/lib/domain/overview/stream-figures";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { asking, readMonthCut } from "../ledger-reading/month-cut";
import { balancesAsOf } from "../ledger-reading/moved";
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

/** The balances of a stream as of the two dates. An account without postings at that time is absent, not zero. */
export async function streamFigures(
  tx: Tx,
  programmeId: string,
  streamId: string,
  asOf: AsOf,
): Promise<StreamFigure[]> {
  const cut = await readMonthCut(asking(tx), programmeId, asOf);
  const rows = await tx.$queryRaw<Row[]>`
    WITH account_sum AS (
      SELECT x.account_id, sum(x.amount) AS amount, sum(x.postings) AS postings
        FROM (${balancesAsOf({ programmeId, streamId }, cut)}) x GROUP BY x.account_id)
    SELECT a.kind::text AS kind, a.tranche_id AS "trancheId", a.municipality_id AS "municipalityId", a.year,
      sum(s.amount)::bigint AS amount
      FROM account_sum s JOIN account a ON a.programme_id = ${programmeId}::uuid AND a.id = s.account_id
     GROUP BY a.kind, a.tranche_id, a.municipality_id, a.year HAVING sum(s.postings) > 0`;
  return rows.flatMap(({ kind, amount, ...place }): StreamFigure[] => {
    const counted = MEASURE[kind];
    if (counted === undefined) return [];
    return [{ ...place, measure: counted[0], amount: cents(counted[1] * amount) satisfies Cents }];
  });
}
