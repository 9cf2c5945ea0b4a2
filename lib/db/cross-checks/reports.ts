import type { AcceptedLine, AcceptedReport, ReportPosting } from "@/lib/domain/cross-checks/facts";
import { type Cents, cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { groupBy } from "@/lib/domain/reconciliation/positions";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

/**
 * Entries that name a report have become known when the last of them has: they are of one transaction, and its report event is
 * of a moment before theirs. So a moment in between sees neither the acceptance nor a part of its entries.
 */
const posting = (reportId: Prisma.Sql, programmeId: string, knownAt: string): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT 1 FROM entry later WHERE later.report_id = ${reportId} AND later.programme_id = ${programmeId}::uuid
    AND later.recorded_at > ${knownAt}::timestamptz)`;

/** Reports on periods that had ended, of which the last word known by then is that they were accepted. They stay as they are. */
const acceptedReports = (programmeId: string, { validOn, knownAt }: AsOf): Prisma.Sql => Prisma.sql`
  SELECT r.id, r.number, r.municipality_id, w.stream_id, w.tranche_id, w.year, w.period, w.periods, w.ends_on
    FROM reporting_window w JOIN report r ON r.window_id = w.id
   CROSS JOIN LATERAL (
     SELECT v.action FROM report_event v WHERE v.report_id = r.id AND v.municipality_id = r.municipality_id
        AND v.at <= ${knownAt}::timestamptz AND v.action IN ('submitted', 'signed', 'returned', 'accepted')
      ORDER BY v.at DESC, v.id DESC LIMIT 1) last
   WHERE w.programme_id = ${programmeId}::uuid AND w.ends_on <= ${validOn}::date AND last.action = 'accepted'
     AND NOT ${posting(Prisma.sql`r.id`, programmeId, knownAt)}`;

interface LineRow {
  readonly reportId: string;
  readonly areaId: string;
  readonly themeId: string;
  readonly spent: bigint | null;
  readonly correction: bigint | null;
  readonly forecast: bigint | null;
  readonly projects: readonly (string | null)[];
}

const orNull = (value: bigint | string | null): Cents | null =>
  value === null ? null : cents(BigInt(value));

const lineOf = ({ spent, correction, forecast, projects, areaId, themeId }: LineRow): AcceptedLine => ({
  areaId,
  themeId,
  spent: orNull(spent),
  correction: orNull(correction),
  forecast: orNull(forecast),
  projects: projects.map(orNull),
});

export async function readAcceptedReports(
  tx: Tx,
  programmeId: string,
  asOf: AsOf,
): Promise<AcceptedReport[]> {
  const accepted = acceptedReports(programmeId, asOf);
  const reports = await tx.$queryRaw<Omit<AcceptedReport, "lines">[]>`
    SELECT r.id::text, r.number, r.stream_id::text AS "streamId", r.tranche_id::text AS "trancheId",
      r.municipality_id::text AS "municipalityId", r.year, r.period, r.periods, to_char(r.ends_on, 'YYYY-MM-DD') AS "endsOn"
      FROM (${accepted}) r ORDER BY r.ends_on, r.number`;
  const lines = await tx.$queryRaw<LineRow[]>`
    SELECT l.report_id::text AS "reportId", l.area_id::text AS "areaId", l.theme_id::text AS "themeId", l.spent_cents AS spent,
      l.correction_cents AS correction, l.forecast_cents AS forecast,
      coalesce((SELECT jsonb_agg(p.spent_cents::text ORDER BY p.position) FROM report_project p
                 WHERE p.report_id = l.report_id AND p.area_id = l.area_id AND p.theme_id = l.theme_id), '[]') AS projects
      FROM (${accepted}) r JOIN report_line l ON l.report_id = r.id
     ORDER BY l.report_id, l.area_id, l.theme_id`;
  const byReport = groupBy(lines, ({ reportId }) => reportId);
  return reports.map((report) => ({ ...report, lines: (byReport.get(report.id) ?? []).map(lineOf) }));
}

/** Everything that entries say was spent or corrected over periods that had ended, by the report that they name. */
export async function readReportPostings(
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<ReportPosting[]> {
  const rows = await tx.$queryRaw<(Omit<ReportPosting, "amount"> & { amount: bigint })[]>`
    SELECT e.report_id::text AS "reportId", e.kind::text AS kind, a.stream_id::text AS "streamId", a.tranche_id::text AS "trancheId",
      a.municipality_id::text AS "municipalityId", a.area_id::text AS "areaId", a.theme_id::text AS "themeId",
      sum(p.amount_cents)::bigint AS amount, min(e.seq) AS seq
      FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id AND a.kind = 'spent'
      LEFT JOIN report r ON r.id = e.report_id LEFT JOIN reporting_window w ON w.id = r.window_id
     WHERE e.programme_id = ${programmeId}::uuid AND e.kind IN ('spent', 'spend_corrected')
       AND e.recorded_at <= ${knownAt}::timestamptz AND coalesce(w.ends_on, e.effective_on) <= ${validOn}::date
       AND (e.report_id IS NULL OR NOT ${posting(Prisma.sql`e.report_id`, programmeId, knownAt)})
     GROUP BY 1, 2, 3, 4, 5, 6, 7`;
  return rows.map((row) => ({ ...row, amount: cents(row.amount) }));
}
