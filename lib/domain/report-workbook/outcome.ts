import { type Cents, cents } from "../money";
import type { NamedLine, NamedResult } from "../reports/report-file";
import type { ChangedCell, CheckedReportRow } from "./check-row";
import type { KnownSheets } from "./known-row";
import { mergeCell } from "./merge-cell";
import type { CellValue } from "./report-column";
import { COLUMNS_OF } from "./report-columns";
import type { ReportSheet } from "./template";

export interface CellCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Changed by a colleague since the workbook was made, and left so. */
  readonly kept: number;
  /** Rows of the report that are not in the file: they stay as they are. */
  readonly absent: number;
}

export function countCells(rows: readonly CheckedReportRow[], known: KnownSheets): CellCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0, kept: 0 };
  for (const { changes, unchanged, kept, reasons } of rows) {
    for (const { old } of changes) counts[old === null ? "new" : "changed"] += 1;
    counts.unchanged += unchanged;
    counts.kept += kept;
    counts.refused += new Set(reasons.map(({ field }) => field)).size;
  }
  const seen = new Set(rows.map(({ sheet, id }) => `${sheet} ${id}`));
  const all = Object.entries(known).flatMap(([sheet, list]) => list.map(({ id }) => `${sheet} ${id}`));
  return { ...counts, absent: all.filter((id) => !seen.has(id)).length };
}

export interface PlacedChange extends ChangedCell {
  readonly sheet: ReportSheet;
  readonly id: string;
}

export const changesOf = (
  rows: readonly Pick<CheckedReportRow, "sheet" | "id" | "changes">[],
): PlacedChange[] =>
  rows.flatMap(({ sheet, id, changes }) => changes.map((change) => ({ ...change, sheet, id })));

/** The changes of a file that was read before, beside what is stored now: what to do still, and where it clashes. */
export function mergeChanges(
  changes: readonly PlacedChange[],
  known: KnownSheets,
): { readonly apply: readonly PlacedChange[]; readonly clashes: readonly PlacedChange[] } {
  const rows = new Map(
    Object.entries(known).flatMap(([sheet, list]) => list.map((row) => [`${sheet} ${row.id}`, row] as const)),
  );
  const apply: PlacedChange[] = [];
  const clashes: PlacedChange[] = [];
  for (const change of changes) {
    const now = rows.get(`${change.sheet} ${change.id}`)?.now[change.column] ?? null;
    const merged = mergeCell({ made: change.old, now, given: change.new });
    if (merged === "changed") apply.push(change);
    if (merged === "clash") clashes.push({ ...change, old: now });
  }
  return { apply, clashes };
}

/** By row the fields of lib/input/report.ts that would change, with their values. */
export function fieldsOf(
  changes: readonly PlacedChange[],
  sheet: ReportSheet,
): { key: string; [field: string]: Cents | string | null }[] {
  const columns = new Map(COLUMNS_OF[sheet].map((column) => [column.name, column]));
  const rows = new Map<string, Record<string, Cents | string | null>>();
  for (const { sheet: at, id, column, new: value } of changes) {
    const { field, kind = "text" } = columns.get(column) ?? {};
    if (at !== sheet || field === undefined) continue;
    rows.set(id, { ...rows.get(id), [field]: typed(value, kind) });
  }
  return [...rows].map(([key, fields]) => ({ key, ...fields }));
}

const typed = (value: CellValue, kind: string): Cents | string | null =>
  value === null || kind === "text" ? value : cents(BigInt(value));

/** The report as it would be with these changes, for the rules to look at. */
export function withChanges<Line extends NamedLine, Result extends NamedResult>(
  report: { readonly lines: readonly Line[]; readonly results: readonly Result[] },
  changes: readonly PlacedChange[],
): { readonly lines: Line[]; readonly results: Result[] } {
  const changed = <Row extends { readonly key: string }>(rows: readonly Row[], sheet: ReportSheet): Row[] => {
    const fields = new Map(fieldsOf(changes, sheet).map((one) => [one.key, one]));
    return rows.map((row) => {
      const given = fields.get(row.key);
      if (given === undefined) return row;
      const values = COLUMNS_OF[sheet].flatMap(({ field, property = field }) =>
        field === undefined || property === undefined || !(field in given) ? [] : [[property, given[field]]],
      );
      return { ...row, ...Object.fromEntries(values) };
    });
  };
  return { lines: changed(report.lines, "lines"), results: changed(report.results, "results") };
}
