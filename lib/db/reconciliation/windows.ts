import type { WindowState } from "@/lib/domain/reconciliation/periods";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { dueOnAsKnown, knownWindow } from "../windows/as-known";
import { exemption } from "../windows/exempt";

const HOLDER = Prisma.sql`h.municipality_id`;

/**
 * The reporting windows of every municipality that holds an allocation in their tranche, and whether its report was
 * accepted at the instant, or not asked for. Read from the report's history, not from its status of today.
 */
export async function windowStates(tx: Tx, programmeId: string, knownAt: string): Promise<WindowState[]> {
  const day = Prisma.sql`(${knownAt}::timestamptz AT TIME ZONE 'Europe/Amsterdam')`;
  return tx.$queryRaw<WindowState[]>`
    WITH holder AS (
      SELECT DISTINCT tranche_id, municipality_id FROM account
       WHERE programme_id = ${programmeId}::uuid AND kind = 'allocated' AND municipality_id IS NOT NULL)
    SELECT w.tranche_id AS "trancheId", h.municipality_id AS "municipalityId", w.code, w.year,
      to_char(w.ends_on, 'YYYY-MM-DD') AS "endsOn", to_char(${dueOnAsKnown(knownAt)}, 'YYYY-MM-DD') AS "dueOn",
      EXISTS (SELECT 1 FROM report r JOIN report_event v ON v.report_id = r.id AND v.municipality_id = r.municipality_id
               WHERE r.window_id = w.id AND r.municipality_id = h.municipality_id
                 AND v.action = 'accepted' AND v.at <= ${knownAt}::timestamptz)
        OR ${exemption(HOLDER, day, knownAt)} IS NOT NULL AS accepted
      FROM reporting_window w JOIN holder h ON h.tranche_id = w.tranche_id
     WHERE w.programme_id = ${programmeId}::uuid AND ${knownWindow(knownAt)}
     ORDER BY w.code, h.municipality_id`;
}
