import { cents } from "@/lib/domain/money";
import type { ReportStanding, StreamReport } from "@/lib/domain/overview/stream-figures";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { dueOnAsKnown, knownWindow } from "../windows/as-known";
import { exemption } from "../windows/exempt";

type Row = Omit<StreamReport, "forecast" | "standing"> & {
  readonly standing: ReportStanding;
  readonly forecast: bigint | null;
};

/**
 * Every report that a municipality owes in a stream and how it stood on the two dates: read from the report's history,
 * not from its status of today. An accepted report does not change any more, so its forecast is that of then.
 */
export async function streamReports(
  tx: Tx,
  programmeId: string,
  streamId: string,
  { validOn, knownAt }: AsOf,
): Promise<StreamReport[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT w.tranche_id AS "trancheId", o.municipality_id AS "municipalityId", r.id::text AS "reportId",
      w.year, w.period, w.periods, to_char(w.starts_on, 'YYYY-MM-DD') AS "startsOn",
      to_char(w.ends_on, 'YYYY-MM-DD') AS "endsOn", to_char(due.day, 'YYYY-MM-DD') AS "dueOn",
      CASE WHEN last.action = 'accepted' THEN 'accepted' WHEN last.action IN ('submitted', 'signed') THEN 'reviewed'
        WHEN ${exemption(Prisma.sql`o.municipality_id`, validOn, knownAt)} IS NOT NULL THEN 'not_due'
        WHEN ${validOn}::date > due.day THEN 'late' WHEN ${validOn}::date >= w.opens_on THEN 'due' ELSE 'not_due' END AS standing,
      CASE WHEN last.action = 'accepted'
        THEN (SELECT sum(l.forecast_cents)::bigint FROM report_line l WHERE l.report_id = r.id) END AS forecast
      FROM reporting_window w
      JOIN LATERAL (
        SELECT DISTINCT a.municipality_id FROM allocation a
         WHERE a.programme_id = w.programme_id AND a.tranche_id = w.tranche_id
           AND a.decision_on <= w.ends_on AND a.decision_on <= ${validOn}::date
           AND a.created_at <= ${knownAt}::timestamptz) o ON true
     CROSS JOIN LATERAL (SELECT ${dueOnAsKnown(knownAt)} AS day) due
      LEFT JOIN report r ON r.window_id = w.id AND r.municipality_id = o.municipality_id
      LEFT JOIN LATERAL (
        SELECT v.action FROM report_event v
         WHERE v.report_id = r.id AND v.municipality_id = r.municipality_id AND v.at <= ${knownAt}::timestamptz
           AND v.action IN ('submitted', 'signed', 'returned', 'accepted')
         ORDER BY v.at DESC, v.id DESC LIMIT 1) last ON true
     WHERE w.programme_id = ${programmeId}::uuid AND w.stream_id = ${streamId}::uuid AND w.starts_on <= ${validOn}::date
       AND ${knownWindow(knownAt)}
     ORDER BY due.day, w.id, o.municipality_id`;
  return rows.map((row) => ({ ...row, forecast: row.forecast === null ? null : cents(row.forecast) }));
}
