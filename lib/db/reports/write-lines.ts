import type { ReportHeader } from "@/lib/domain/reports/report-file";
import { Prisma } from "../generated/client";
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
  readonly own: bigint | null;
  readonly correctsSeq: bigint | null;
  readonly years: readonly { readonly year: number; readonly amount: bigint | null }[];
  readonly projects: readonly {
    readonly position: number;
    readonly name: string;
    readonly spent: bigint | null;
  }[];
}

/** Replaces the values of these lines, their years and their projects: one statement each. */
export async function writeLines(tx: Tx, reportId: string, lines: readonly LineValues[]): Promise<void> {
  if (lines.length === 0) return;
  await tx.$executeRaw`
    UPDATE report_line l
       SET spent_cents = x.spent, correction_cents = x.correction, correction_note = x."correctionNote",
           forecast_cents = x.forecast, explanation = x.explanation, own_cents = x.own, corrects_seq = x."correctsSeq"
      FROM jsonb_to_recordset(${canonicalJson(lines)}::jsonb) AS x("areaId" uuid, "themeId" uuid, spent bigint,
           correction bigint, "correctionNote" text, forecast bigint, explanation text, own bigint, "correctsSeq" bigint)
     WHERE l.report_id = ${reportId}::uuid AND l.area_id = x."areaId" AND l.theme_id = x."themeId"`;
  await writeParts(tx, reportId, lines);
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

/** Years and projects are what was said last: what is not there any more goes. */
async function writeParts(tx: Tx, reportId: string, lines: readonly LineValues[]): Promise<void> {
  const places = canonicalJson(lines.map(({ areaId, themeId }) => ({ areaId, themeId })));
  const years = lines.flatMap(({ areaId, themeId, years: parts }) =>
    parts.flatMap(({ year, amount }) => (amount === null ? [] : [{ areaId, themeId, year, amount }])),
  );
  const projects = lines.flatMap(({ areaId, themeId, projects: parts }) =>
    parts.map(({ position, name, spent }) => ({ areaId, themeId, position, name, spent })),
  );
  const within = Prisma.sql`FROM jsonb_to_recordset(${places}::jsonb) AS x("areaId" uuid, "themeId" uuid)`;
  const among = Prisma.sql`report_id = ${reportId}::uuid AND (area_id, theme_id) IN (SELECT x."areaId", x."themeId" ${within})`;
  await tx.$executeRaw`DELETE FROM report_forecast WHERE ${among}`;
  await tx.$executeRaw`DELETE FROM report_project WHERE ${among}`;
  if (years.length > 0)
    await tx.$executeRaw`
      INSERT INTO report_forecast (report_id, municipality_id, area_id, theme_id, year, amount_cents)
      SELECT r.id, r.municipality_id, x."areaId", x."themeId", x.year, x.amount
        FROM report r, jsonb_to_recordset(${canonicalJson(years)}::jsonb)
             AS x("areaId" uuid, "themeId" uuid, year int, amount bigint)
       WHERE r.id = ${reportId}::uuid`;
  if (projects.length > 0)
    await tx.$executeRaw`
      INSERT INTO report_project (report_id, municipality_id, area_id, theme_id, position, name, spent_cents)
      SELECT r.id, r.municipality_id, x."areaId", x."themeId", x.position, x.name, x.spent
        FROM report r, jsonb_to_recordset(${canonicalJson(projects)}::jsonb)
             AS x("areaId" uuid, "themeId" uuid, position int, name text, spent bigint)
       WHERE r.id = ${reportId}::uuid`;
}
