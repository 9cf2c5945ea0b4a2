import { LONGEST } from "./entry-fields";

/** What a file with lines must be, and what it may not be. Each refusal has a sentence in `entry.file`. */

export const TEMPLATE_VERSION = "2026.2";
/** What the hidden sheet calls itself. */
export const TEMPLATE_FORMAT = "geldstroom-toekenningen";
export const METADATA_SHEET = "geldstroom";

export const FILE_LIMITS = {
  bytes: 10 * 1024 * 1024,
  unpackedBytes: 96 * 1024 * 1024,
  rows: 25_000,
} as const;

export const FILE_PROBLEMS = [
  "empty_file",
  "too_large",
  "not_a_workbook",
  "old_excel",
  "encrypted",
  "macros",
  "zip_bomb",
  "too_many_rows",
  "wrong_sheet",
  "old_version",
  "newer_version",
  "other_tranche",
  "other_report",
  "other_municipality",
  "future_date",
  "formula_stripped",
  "columns_missing",
  "no_rows",
  "too_slow",
  "too_much_memory",
  "interrupted",
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** Why a file as a whole is refused; nothing of it is kept. */
export interface FileRefusal {
  readonly problem: FileProblem;
  readonly facts: Readonly<Record<string, string>>;
}

export function tooLargeFile(bytes: number): FileRefusal {
  const megabytes = (size: number) => String(Math.ceil(size / (1024 * 1024)));
  return { problem: "too_large", facts: { given: megabytes(bytes), most: megabytes(FILE_LIMITS.bytes) } };
}

/** Columns of the file that are not a year, from left to right; the years stand before the total. */
export const FILE_COLUMNS = [
  "rowId",
  "municipality",
  "area",
  "theme",
  "allocation",
  "decisionNumber",
  "decisionOn",
  "total",
  "legalSource",
  "reason",
  "decisionDocument",
] as const;
export type FileColumn = (typeof FILE_COLUMNS)[number];

/** All columns of the file of a tranche. */
export function fileColumns(years: readonly number[]): readonly string[] {
  const at = FILE_COLUMNS.indexOf("total");
  return [...FILE_COLUMNS.slice(0, at), ...years.map((year) => `years.${year}`), ...FILE_COLUMNS.slice(at)];
}

/** Cells that a person fills in. */
export const isInput = (column: string): boolean =>
  column.startsWith("years.") || column === "decisionOn" || column in LONGEST;
