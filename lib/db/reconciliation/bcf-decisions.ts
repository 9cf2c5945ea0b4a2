import { cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { BcfDecision } from "@/lib/domain/reconciliation/tree-input";
import type { Tx } from "../transaction";

/** Decisions whose awards are posted as of the two dates, and that say which part goes to the VAT compensation fund. */
export async function bcfDecisions(
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<BcfDecision[]> {
  const rows = await tx.$queryRaw<(Omit<BcfDecision, "amount"> & { amount: bigint })[]>`
    SELECT p.tranche_id::text AS "trancheId", p.id::text AS "proposalId", p.number, p.bcf_cents AS amount
      FROM proposal p
     WHERE p.programme_id = ${programmeId}::uuid AND p.status = 'approved' AND p.bcf_cents <> 0
       AND EXISTS (SELECT 1 FROM entry e WHERE e.proposal_id = p.id AND e.programme_id = p.programme_id
         AND e.effective_on <= ${validOn}::date AND e.recorded_at <= ${knownAt}::timestamptz)
     ORDER BY p.number`;
  return rows.map((row) => ({ ...row, amount: cents(row.amount) }));
}
