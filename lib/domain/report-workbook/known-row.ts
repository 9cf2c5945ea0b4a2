import type { NamedLine, NamedResult } from "../reports/report-file";
import type { CellValue, ReportColumn } from "./report-column";
import { LINE_COLUMNS, RESULT_COLUMNS } from "./report-columns";
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
export const knownSheets = (
  report: { readonly lines: readonly NamedLine[]; readonly results: readonly NamedResult[] },
  locale: "nl" | "en",
): KnownSheets => ({
  lines: report.lines.map((line) => rowOf(LINE_COLUMNS, line, locale)),
  results: report.results.map((result) => rowOf(RESULT_COLUMNS, result, locale)),
});

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
