import type { EarlierPeriod } from "@/lib/domain/reports/finding";
import type { ReportHeader } from "@/lib/domain/reports/report-file";
import { isoDate } from "../dates";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { exemption } from "../windows/exempt";

/**
 * Earlier windows of the same tranche in which this municipality has to report, the first one first. What it is exempt from
 * and did not report is not missing.
 */
export async function readEarlierPeriods(
  tx: Tx,
  report: ReportHeader,
  today: string,
): Promise<EarlierPeriod[]> {
  const municipality = Prisma.sql`${report.municipalityId}::uuid`;
  const rows = await tx.$queryRaw<(Omit<EarlierPeriod, "endsOn"> & { endsOn: Date })[]>`
    SELECT w.year, w.period, w.periods, w.ends_on AS "endsOn", r.status::text AS status
      FROM reporting_window w
      LEFT JOIN report r ON r.window_id = w.id AND r.municipality_id = ${report.municipalityId}::uuid
     WHERE w.programme_id = ${report.programmeId}::uuid AND w.tranche_id = ${report.trancheId}::uuid
       AND w.ends_on < ${isoDate(report.endsOn)}::date
       AND NOT ((r.status IS NULL OR r.status = 'draft') AND ${exemption(municipality, today)} IS NOT NULL)
       AND EXISTS (SELECT 1 FROM allocation a WHERE a.tranche_id = w.tranche_id
         AND a.municipality_id = ${report.municipalityId}::uuid AND a.decision_on <= w.ends_on)
     ORDER BY w.ends_on`;
  return rows.map((row) => ({ ...row, endsOn: isoDate(row.endsOn) }));
}

/** What the last earlier report said per line, as far as this reader may see it; last as `latestReport` has it. */
export async function readPreviousLines(
  tx: Tx,
  report: ReportHeader,
): Promise<ReadonlyMap<string, { spent: bigint | null; forecast: bigint | null }>> {
  const rows = await tx.$queryRaw<{ key: string; spent: bigint | null; forecast: bigint | null }[]>`
    SELECT l.area_id::text || '/' || l.theme_id::text AS key, l.spent_cents AS spent, l.forecast_cents AS forecast
      FROM report_line l
     WHERE l.report_id = (
       SELECT r.id FROM report r JOIN reporting_window w ON w.id = r.window_id
        WHERE w.tranche_id = ${report.trancheId}::uuid AND r.municipality_id = ${report.municipalityId}::uuid
          AND w.ends_on < ${isoDate(report.endsOn)}::date AND r.status = 'accepted'
        ORDER BY w.ends_on DESC, w.periods, r.id DESC LIMIT 1)`;
  return new Map(rows.map(({ key, spent, forecast }) => [key, { spent, forecast }]));
}
