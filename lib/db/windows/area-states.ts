import type { AreaState } from "@/lib/domain/windows/status-matrix";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { areaExemption, dueOnFor } from "./exempt";

const DUE_ON = dueOnFor(Prisma.sql`ar.municipality_id`);

/**
 * How every stream, area and period stands: the report of the municipality, read for one area. Zero is only what an
 * accepted report says of every line of that area.
 */
export function readAreaStates(tx: Tx, programmeId: string, today: string): Promise<AreaState[]> {
  return tx.$queryRaw<AreaState[]>`
    SELECT s.code AS "streamCode", s.short_name AS "streamName", w.id::text AS "windowId", w.code AS "windowCode",
           w.year, w.period, w.periods, to_char(w.starts_on, 'YYYY-MM-DD') AS "startsOn", ar.id::text AS "areaId",
           ar.name AS "areaName", m.preferred_name AS "municipalityName", r.id::text AS "reportId",
           CASE WHEN r.status = 'accepted' AND sums.zero THEN 'reportedZero'
             WHEN r.status IS NOT NULL AND r.status <> 'draft' THEN r.status::text
             WHEN ${areaExemption(today)} = 'waived' THEN 'waived'
             WHEN ${areaExemption(today)} = 'not_applicable' THEN 'notApplicable'
             WHEN r.status IS NOT NULL THEN r.status::text
             WHEN ${today}::date < w.opens_on THEN 'notDue'
             WHEN ${today}::date <= ${DUE_ON} THEN 'due'
             ELSE 'late' END AS state
      FROM reporting_window w
      JOIN stream s ON s.id = w.stream_id
      JOIN LATERAL (SELECT DISTINCT a.area_id FROM allocation a WHERE a.tranche_id = w.tranche_id
        AND a.programme_id = w.programme_id AND a.decision_on <= w.ends_on) held ON true
      JOIN area ar ON ar.id = held.area_id
      JOIN organisation m ON m.id = ar.municipality_id
      LEFT JOIN report r ON r.window_id = w.id AND r.municipality_id = ar.municipality_id
      LEFT JOIN LATERAL (SELECT bool_and(l.spent_cents = 0 AND coalesce(l.correction_cents, 0) = 0) AS zero
        FROM report_line l WHERE l.report_id = r.id AND l.area_id = ar.id) sums ON true
     WHERE w.programme_id = ${programmeId}::uuid
     ORDER BY s.position, m.preferred_name, ar.name, w.starts_on, w.code`;
}
