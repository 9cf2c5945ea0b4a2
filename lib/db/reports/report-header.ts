import type { ReportHeader } from "@/lib/domain/reports/report-file";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { DUE_ON } from "./report-state";

const SELECT = Prisma.sql`
  SELECT r.id::text, r.number, r.status::text, r.version, r.content_hash AS "contentHash", r.round, r.saved_by::text AS "savedBy", sp.name AS "savedByName", r.created_at AS "createdAt",
         r.updated_at AS "updatedAt", m.id::text AS "municipalityId", m.preferred_name AS "municipalityName",
         w.programme_id::text AS "programmeId", w.id::text AS "windowId", w.year, w.period, w.periods,
         w.starts_on AS "startsOn", w.ends_on AS "endsOn", w.opens_on AS "opensOn", ${DUE_ON} AS "dueOn",
         s.id::text AS "streamId", s.short_name AS "streamName", s.vat_basis::text AS "vatBasis",
         t.id::text AS "trancheId", t.name AS "trancheName", t.last_year AS "trancheLastYear",
         (SELECT o.preferred_name FROM stream_ministry sm JOIN organisation o ON o.id = sm.ministry_id
           WHERE sm.stream_id = s.id AND sm.role = 'owner' AND sm.valid_from <= current_date
             AND (sm.valid_to IS NULL OR sm.valid_to >= current_date) ORDER BY sm.valid_from DESC LIMIT 1) AS "ministryName",
         security.owns_stream(s.id) AS owned
    FROM report r
    JOIN reporting_window w ON w.id = r.window_id
    JOIN stream s ON s.id = w.stream_id
    JOIN tranche t ON t.id = w.tranche_id
    JOIN organisation m ON m.id = r.municipality_id
    LEFT JOIN person sp ON sp.id = r.saved_by`;

/** Null when it does not exist or is not for this reader. */
export async function readReport(tx: Tx, programmeId: string, id: string): Promise<ReportHeader | null> {
  const rows = await tx.$queryRaw<ReportHeader[]>`
    ${SELECT} WHERE r.id = ${id}::uuid AND w.programme_id = ${programmeId}::uuid`;
  return rows[0] ?? null;
}

/** The same, held until the transaction ends, so that two people cannot move one report at once. */
export async function lockReport(tx: Tx, id: string): Promise<ReportHeader | null> {
  const rows = await tx.$queryRaw<ReportHeader[]>`${SELECT} WHERE r.id = ${id}::uuid FOR UPDATE OF r`;
  return rows[0] ?? null;
}
