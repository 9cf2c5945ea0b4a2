import { cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { LaterTerm } from "@/lib/domain/reconciliation/stages";
import type { Tx } from "../transaction";

/** Terms after the valid-on date of the payment schedules that counted at the known-at instant. */
export async function laterTerms(
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<LaterTerm[]> {
  const rows = await tx.$queryRaw<(Omit<LaterTerm, "amount"> & { amount: bigint })[]>`
    SELECT al.area_id::text AS "areaId", al.tranche_id::text AS "trancheId", al.theme_id::text AS "themeId",
      al.id::text AS "allocationId", al.number, to_char(t.due_on, 'YYYY-MM-DD') AS "dueOn", t.amount_cents AS amount
      FROM (SELECT DISTINCT ON (allocation_id) id, allocation_id FROM payment_schedule
             WHERE created_at <= ${knownAt}::timestamptz ORDER BY allocation_id, version DESC) s
      JOIN allocation al ON al.id = s.allocation_id AND al.programme_id = ${programmeId}::uuid
      JOIN payment_term t ON t.schedule_id = s.id AND t.due_on > ${validOn}::date
     ORDER BY t.due_on, al.number`;
  return rows.map((row) => ({ ...row, amount: cents(row.amount) }));
}
