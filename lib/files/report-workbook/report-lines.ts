import { cents } from "@/lib/domain/money";
import { type KnownReportRow, numberIn } from "@/lib/domain/report-workbook/known-row";
import {
  type CellValue,
  isTypedIn,
  type ReportColumn,
  wordOf,
} from "@/lib/domain/report-workbook/report-column";
import type { ReportSheet } from "@/lib/domain/report-workbook/template";
import { amount, type Cell, text, whole } from "../cell";
import type { Look } from "../entry/looks";
import type { StyledCell } from "../entry/styled-workbook";
import { columnName } from "../workbook-xml";
import { type BroughtRow, broughtKey, type ReportPlan } from "./report-plan";

const KINDS = { text: "Text", choice: "Text", amount: "Amount", count: "Count" } as const;

function lookOf(column: ReportColumn, bad: boolean): Look {
  const kind = KINDS[column.kind];
  if (isTypedIn(column)) return `${bad ? "bad" : "open"}${kind}`;
  if (bad) return kind === "Text" ? "badKnown" : `bad${kind}`;
  return kind === "Text" ? "known" : `known${kind}`;
}

function cellOf({ kind }: ReportColumn, value: CellValue): Cell {
  if (value === null || kind === "text" || kind === "choice") return text(value);
  return kind === "amount" ? amount(cents(BigInt(value))) : whole(BigInt(value));
}

/** The heading line, then a line for each row of the report. */
export function* reportLines(
  { words, known, final, brought }: ReportPlan,
  sheet: ReportSheet,
  columns: readonly ReportColumn[],
): Generator<StyledCell[]> {
  const { titles } = words.sheets[sheet];
  yield columns.map((column) => ({ look: "title", cell: text(wordOf(titles, column) ?? column.name) }));
  for (const [index, row] of known[sheet].entries())
    yield lineOf(row, columns, index + 2, final, brought.get(broughtKey(sheet, row.id)));
}

function lineOf(
  row: KnownReportRow,
  columns: readonly ReportColumn[],
  number: number,
  final: boolean,
  brought: BroughtRow | undefined,
): StyledCell[] {
  const at = (column: string) => `${columnName(columns.findIndex(({ name }) => name === column))}${number}`;
  const bad = new Set(brought?.faults.map(({ column }) => column));
  const standing = (name: string): CellValue => brought?.values[name] ?? row.now[name] ?? null;
  const sums = new Map<string, bigint | null>();
  const valueOf = (name: string): bigint | null => {
    if (sums.has(name)) return sums.get(name) ?? null;
    return brought?.values[name] === undefined ? numberIn(row, name) : BigInt(brought.values[name] ?? 0);
  };
  return columns.map((column): StyledCell => {
    const { name, computed } = column;
    const look = lookOf(column, bad.has(name));
    if (computed !== undefined) {
      const value = computed.value(valueOf, final);
      sums.set(name, value);
      const formula = computed.formula(at, final);
      return { look, cell: { is: "formula", formula, value: value === null ? null : cents(value) } };
    }
    const typed = brought?.given[name];
    if (isTypedIn(column) && typed !== undefined && bad.has(name) && brought?.values[name] === undefined)
      return { look, cell: text(typed) };
    if (brought !== undefined && name in brought.values)
      return { look, cell: cellOf(column, brought.values[name] ?? null) };
    return { look, cell: cellOf(column, standing(name)) };
  });
}
