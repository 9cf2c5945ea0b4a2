import { type Cents, cents } from "../money";
import type { NamedLine } from "../reports/report-file";
import type { ForecastYear, ProjectSpend } from "../reports/report-line";
import { projectPlace } from "./named-project";
import type { PlacedChange } from "./outcome";
import type { CellValue, ReportColumn } from "./report-column";
import { type SheetColumns, sheetColumns, yearsOf } from "./report-columns";
import type { ReportSheet } from "./template";

/** What changes on one row, by the names of the fields of lib/input/report.ts. */
export interface RowFields {
  readonly key: string;
  readonly years?: readonly ForecastYear[];
  readonly projects?: readonly ProjectSpend[];
  readonly [field: string]: unknown;
}

/** The changes as the form of the report would send them. */
export function fieldsOf(
  changes: readonly PlacedChange[],
  report: { readonly lines: readonly NamedLine[] },
): { readonly lines: readonly RowFields[]; readonly results: readonly RowFields[] } {
  const columns = sheetColumns(yearsOf(report.lines));
  const lines = valuesOf(changes, "lines", columns);
  const projects = projectsOf(changes, report.lines, columns);
  const keys = new Set([...lines.keys(), ...projects.keys()]);
  return {
    lines: [...keys].map((key) => ({
      key,
      ...withYears(lines.get(key) ?? new Map(), columns.lines),
      ...(projects.has(key) ? { projects: projects.get(key) ?? [] } : {}),
    })),
    results: [...valuesOf(changes, "results", columns)].map(([key, values]) => ({
      key,
      ...withYears(values, columns.results),
    })),
  };
}

type Values = ReadonlyMap<string, Cents | string | null>;

/** By row and column what is changed on a sheet. */
function valuesOf(
  changes: readonly PlacedChange[],
  sheet: ReportSheet,
  columns: SheetColumns,
): Map<string, Values> {
  const kinds = new Map(columns[sheet].map(({ name, kind }) => [name, kind]));
  const rows = new Map<string, Map<string, Cents | string | null>>();
  for (const { sheet: at, id, column, new: value } of changes) {
    const kind = kinds.get(column);
    if (at !== sheet || kind === undefined) continue;
    const row = rows.get(id) ?? new Map<string, Cents | string | null>();
    rows.set(id, row.set(column, typed(value, kind)));
  }
  return rows;
}

const typed = (value: CellValue, kind: string): Cents | string | null =>
  value === null || kind === "text" ? value : cents(BigInt(value));

/** Columns of a year are one field with its years. */
function withYears(values: Values, columns: readonly ReportColumn[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const years: ForecastYear[] = [];
  for (const { name, field, year } of columns) {
    if (field === undefined || !values.has(name)) continue;
    const value = values.get(name) ?? null;
    if (year === undefined) fields[field] = value;
    else years.push({ year, amount: value as Cents | null });
  }
  return years.length === 0 ? fields : { ...fields, years };
}

/** By line all projects that it would have: a form sends them whole. */
function projectsOf(
  changes: readonly PlacedChange[],
  lines: readonly NamedLine[],
  columns: SheetColumns,
): Map<string, readonly ProjectSpend[]> {
  const found = new Map(lines.map((line) => [line.key, line.projects]));
  const changed = new Map<string, readonly ProjectSpend[]>();
  for (const [id, values] of valuesOf(changes, "projects", columns)) {
    const place = projectPlace(id);
    if (place === null) continue;
    const { line, position } = place;
    const now = changed.get(line) ?? found.get(line) ?? [];
    const old = now.find((one) => one.position === position);
    const pick = <T>(column: string, kept: T): T =>
      values.has(column) ? ((values.get(column) ?? null) as T) : kept;
    const name = pick<string | null>("project", old?.name ?? null);
    const spent = pick<Cents | null>("projectSpent", old?.spent ?? null);
    const others = now.filter((one) => one.position !== position);
    const next = name === null ? others : [...others, { position, name, spent }];
    changed.set(
      line,
      next.toSorted((a, b) => a.position - b.position),
    );
  }
  return changed;
}
