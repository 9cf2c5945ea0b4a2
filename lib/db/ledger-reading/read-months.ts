import type { StoredCell } from "@/lib/domain/ledger/verify-months";
import { Prisma } from "../generated/client";
import type { Snapshot } from "./snapshot";

/** The kept cells of one month of recording. */
export const readMonth = (
  snapshot: Snapshot,
  programmeId: string,
  recordedMonth: string,
): Promise<StoredCell[]> =>
  snapshot.rows<StoredCell & Record<string, unknown>>(Prisma.sql`
    SELECT m.account_id::text AS "accountId", to_char(m.effective_month, 'YYYY-MM-DD') AS "effectiveMonth",
      to_char(m.recorded_month, 'YYYY-MM-DD') AS "recordedMonth", m.kind::text AS kind, m.municipality_id::text AS "municipalityId",
      m.amount_cents::text AS "amountCents", m.posting_count::text AS "postingCount", m.entry_count::text AS "entryCount"
      FROM account_month m WHERE m.programme_id = ${programmeId}::uuid AND m.recorded_month = ${recordedMonth}::date
     ORDER BY m.account_id, m.effective_month, m.kind`);

/** The months of recording that cells are kept of. */
export async function keptMonths(snapshot: Snapshot, programmeId: string): Promise<string[]> {
  const rows = await snapshot.rows<{ month: string }>(Prisma.sql`
    SELECT DISTINCT to_char(recorded_month, 'YYYY-MM-DD') AS month FROM account_month
     WHERE programme_id = ${programmeId}::uuid ORDER BY 1`);
  return rows.map(({ month }) => month);
}
