import type { NamedLine, NamedResult } from "../reports/report-file";
import { MOST_PROJECTS } from "../reports/report-line";
import { namedProjects, projectPlace } from "./named-project";
import type { CellValue, ReportColumn } from "./report-column";
import { sheetColumns, yearsOf } from "./report-columns";
import type { ReportSheet } from "./template";

/** A row of the template with what stands in its cells now, by column. */
export interface KnownReportRow {
  readonly id: string;
  readonly now: Readonly<Record<string, CellValue>>;
}

export type KnownSheets = Readonly<Record<ReportSheet, readonly KnownReportRow[]>>;

function rowOf<Row extends { readonly key: string }>(
  columns: readonly ReportColumn<Row>[],
  row: Row,
  locale: "nl" | "en",
): KnownReportRow {
  const now = columns.flatMap(({ name, now: read }) =>
    read === undefined ? [] : [[name, read(row, locale)] as const],
  );
  return { id: row.key, now: Object.fromEntries(now) };
}

/** The rows of a report as the workbook has them. */
export function knownSheets(
  report: { readonly lines: readonly NamedLine[]; readonly results: readonly NamedResult[] },
  locale: "nl" | "en",
): KnownSheets {
  const columns = sheetColumns(yearsOf(report.lines));
  return {
    lines: report.lines.map((line) => rowOf(columns.lines, line, locale)),
    projects: namedProjects(report.lines).map((project) => rowOf(columns.projects, project, locale)),
    results: report.results.map((result) => rowOf(columns.results, result, locale)),
  };
}

/**
 * An empty row for a project that a workbook may have and the report has not any more: a colleague took projects away since
 * it was made. Undefined when it is of no line of this report.
 */
export function emptyProjectRow({ lines }: KnownSheets): (id: string) => KnownReportRow | undefined {
  const known = new Map(lines.map((line) => [line.id, line.now]));
  return (id) => {
    const place = projectPlace(id);
    const line = place === null ? undefined : known.get(place.line);
    if (place === null || line === undefined || place.position > MOST_PROJECTS) return undefined;
    const { area = null, theme = null } = line;
    return { id, now: { rowId: id, area, theme, number: String(place.position) } };
  };
}

/** The number that stands in a cell now, of a column that holds numbers. */
export const numberIn = (row: KnownReportRow, column: string): bigint | null => {
  const value = row.now[column] ?? null;
  return value === null ? null : BigInt(value);
};

/** What a row was made with, kept in the workbook itself: so that it is known later what the sender changed. */
export const baseText = (row: KnownReportRow, columns: readonly ReportColumn[]): string =>
  JSON.stringify(
    Object.fromEntries(
      columns.flatMap(({ name, field, kind }) =>
        field !== undefined || kind === "amount" ? [[name, row.now[name] ?? null]] : [],
      ),
    ),
  );

/** What `baseText` wrote, or null when somebody has written something else there. */
export function readBase(text: string | undefined): Readonly<Record<string, CellValue>> | null {
  if (text === undefined) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null || Array.isArray(read)) return null;
    const values = Object.entries(read).filter(([, value]) => value === null || typeof value === "string");
    return Object.fromEntries(values);
  } catch {
    return null;
  }
}
