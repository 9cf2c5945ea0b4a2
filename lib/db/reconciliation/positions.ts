import type { AccountKind } from "@/lib/domain/ledger/journal";
import { type Cents, cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { Position } from "@/lib/domain/reconciliation/positions";
import type { Tx } from "../transaction";

interface Row {
  readonly kind: AccountKind;
  readonly streamId: string;
  readonly trancheId: string;
  readonly municipalityId: string | null;
  readonly areaId: string | null;
  readonly themeId: string | null;
  readonly year: number | null;
  readonly amount: bigint;
}

/**
 * Sum of postings as of the two dates, by the dimensions of their accounts, in one statement. Counts back: the balance
 * of now less what is later than one of the dates, because most questions are about now. The balance is the sum of its
 * postings by trigger, and ledger:verify proves it. An account without postings at that time is absent, not zero.
 */
export async function positionsAsOf(
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<Position[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH later AS (
      SELECT p.account_id, sum(p.amount_cents) AS amount, count(*) AS postings
        FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
       WHERE e.programme_id = ${programmeId}::uuid
         AND (e.effective_on > ${validOn}::date OR e.recorded_at > ${knownAt}::timestamptz)
       GROUP BY p.account_id)
    SELECT a.kind::text AS kind, a.stream_id AS "streamId", a.tranche_id AS "trancheId",
      a.municipality_id AS "municipalityId", a.area_id AS "areaId", a.theme_id AS "themeId", a.year,
      sum(b.balance_cents - coalesce(l.amount, 0))::bigint AS amount
      FROM account a JOIN account_balance b ON b.account_id = a.id LEFT JOIN later l ON l.account_id = a.id
     WHERE a.programme_id = ${programmeId}::uuid
     GROUP BY a.kind, a.stream_id, a.tranche_id, a.municipality_id, a.area_id, a.theme_id, a.year
    HAVING sum(b.posting_count - coalesce(l.postings, 0)) > 0`;
  return rows.map((row): Position => ({ ...row, amount: cents(row.amount) satisfies Cents }));
}
