import type { ReportFilters, ReportRow } from "@/lib/domain/reports/report-overview";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { DUE_ON, isOverdue, lineSums, REPORTERS, reportState } from "./report-state";

export interface ReportQuery {
  readonly programmeId: string;
  readonly today: string;
  readonly filters: ReportFilters;
  /** Only what asks for something now: no report that is accepted or not needed yet. */
  readonly open?: boolean;
  /** Null asks for all. */
  readonly limit: number | null;
  readonly offset: number;
}

function conditions({ programmeId, today, filters, open }: ReportQuery): Prisma.Sql {
  const parts = [Prisma.sql`w.programme_id = ${programmeId}::uuid`];
  if (filters.stream !== undefined) parts.push(Prisma.sql`s.code = ${filters.stream}`);
  if (filters.municipality !== undefined) parts.push(Prisma.sql`m.code = ${filters.municipality}`);
  if (filters.year !== undefined) parts.push(Prisma.sql`w.year = ${filters.year}`);
  if (filters.state === "late") parts.push(isOverdue(today));
  else if (filters.state !== undefined) parts.push(Prisma.sql`${reportState(today)} = ${filters.state}`);
  if (open)
    parts.push(
      Prisma.sql`(r.status IS NULL OR r.status <> 'accepted') AND w.opens_on <= ${today}::date
        AND ${reportState(today)} NOT IN ('waived', 'notApplicable')`,
    );
  return Prisma.join(parts, " AND ");
}

/** Late first, then by the date on which it is due; what needs nothing any more comes last, newest first. */
export async function listReportRows(
  tx: Tx,
  query: ReportQuery,
): Promise<{ rows: ReportRow[]; total: number }> {
  const found = await tx.$queryRaw<(ReportRow & { total: number })[]>`
    SELECT w.id::text AS "windowId", w.year, w.period, w.periods, w.opens_on AS "opensOn", ${DUE_ON} AS "dueOn",
           s.code AS "streamCode", s.short_name AS "streamName", t.name AS "trancheName",
           m.id::text AS "municipalityId", m.preferred_name AS "municipalityName",
           r.id::text AS "reportId", r.number, r.updated_at AS "updatedAt",
           ${reportState(query.today)} AS state, ${isOverdue(query.today)} AS overdue,
           (r.id IS NULL AND security.window_open_for(w.id, m.id, NULL)) AS openable,
           sums.lines, sums.empty, sums.spent, sums.corrected, (count(*) OVER ())::int AS total
      FROM reporting_window w
      JOIN stream s ON s.id = w.stream_id
      JOIN tranche t ON t.id = w.tranche_id
      ${REPORTERS}
      LEFT JOIN report r ON r.window_id = w.id AND r.municipality_id = m.id
      ${lineSums(query.today)}
     WHERE ${conditions(query)}
     ORDER BY ${isOverdue(query.today)} DESC,
              CASE WHEN r.status = 'accepted' THEN 2 WHEN r.status IS NULL AND w.opens_on > ${query.today}::date THEN 1 ELSE 0 END,
              CASE WHEN r.status = 'accepted' THEN NULL ELSE w.due_on END ASC NULLS LAST,
              w.due_on DESC, s.position, m.preferred_name, w.id, m.id
     LIMIT ${query.limit} OFFSET ${query.offset}`;
  const rows = found.map(({ total: _, ...row }) => row);
  if (rows.length > 0 || query.offset === 0) return { rows, total: found[0]?.total ?? 0 };
  return { rows, total: (await listReportRows(tx, { ...query, limit: 1, offset: 0 })).total };
}
