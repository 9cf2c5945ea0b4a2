import type { ReportHeader } from "@/lib/domain/reports/report-file";
import { canonicalJson } from "../hash";
import type { Tx } from "../transaction";

/** One line per area and theme with an allocation in the tranche, one result per indicator of the stream. */
export async function addMissingLines(
  tx: Tx,
  report: Pick<ReportHeader, "id" | "municipalityId" | "windowId">,
): Promise<number> {
  const lines = await tx.$executeRaw`
    INSERT INTO report_line (report_id, municipality_id, area_id, theme_id)
    SELECT DISTINCT ${report.id}::uuid, a.municipality_id, a.area_id, a.theme_id
      FROM reporting_window w JOIN allocation a ON a.programme_id = w.programme_id AND a.tranche_id = w.tranche_id
     WHERE w.id = ${report.windowId}::uuid AND a.municipality_id = ${report.municipalityId}::uuid
       AND a.decision_on <= w.ends_on
    ON CONFLICT DO NOTHING`;
  const results = await tx.$executeRaw`
    INSERT INTO report_result (report_id, municipality_id, indicator_id)
    SELECT ${report.id}::uuid, ${report.municipalityId}::uuid, i.id
      FROM reporting_window w JOIN indicator i ON i.programme_id = w.programme_id AND i.stream_id = w.stream_id
     WHERE w.id = ${report.windowId}::uuid
    ON CONFLICT DO NOTHING`;
  return lines + results;
}

export interface LineValues {
  readonly areaId: string;
  readonly themeId: string;
  readonly spent: bigint | null;
  readonly correction: bigint | null;
  readonly correctionNote: string | null;
  readonly forecast: bigint | null;
  readonly explanation: string | null;
}

/** Replaces the values of these lines in one statement. */
export async function writeLines(tx: Tx, reportId: string, lines: readonly LineValues[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.$executeRaw`
    UPDATE report_line l
       SET spent_cents = x.spent, correction_cents = x.correction, correction_note = x."correctionNote",
           forecast_cents = x.forecast, explanation = x.explanation
      FROM jsonb_to_recordset(${canonicalJson(lines)}::jsonb) AS x("areaId" uuid, "themeId" uuid, spent bigint,
           correction bigint, "correctionNote" text, forecast bigint, explanation text)
     WHERE l.report_id = ${reportId}::uuid AND l.area_id = x."areaId" AND l.theme_id = x."themeId"`;
}

export interface ResultValues {
  readonly indicatorId: string;
  readonly value: bigint | null;
  readonly note: string | null;
}

export async function writeResults(
  tx: Tx,
  reportId: string,
  results: readonly ResultValues[],
): Promise<void> {
  if (results.length === 0) return;
  await tx.$executeRaw`
    UPDATE report_result r SET value = x.value, note = x.note
      FROM jsonb_to_recordset(${canonicalJson(results)}::jsonb) AS x("indicatorId" uuid, value bigint, note text)
     WHERE r.report_id = ${reportId}::uuid AND r.indicator_id = x."indicatorId"`;
}
