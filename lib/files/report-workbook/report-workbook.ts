import { METADATA_SHEET } from "@/lib/domain/entry/entry-file";
import { baseText } from "@/lib/domain/report-workbook/known-row";
import { type ReportColumn, wordOf } from "@/lib/domain/report-workbook/report-column";
import { sheetColumns } from "@/lib/domain/report-workbook/report-columns";
import { REPORT_SHEETS, REPORT_TEMPLATE, type ReportSheet } from "@/lib/domain/report-workbook/template";
import type { CellNote } from "../entry/comments-xml";
import { type SheetPlan, type StyledCell, styledWorkbook, type Validation } from "../entry/styled-workbook";
import { faultList, faultSheet } from "../entry/workbook-faults";
import { hiddenSheet } from "../entry/workbook-metadata";
import { columnName } from "../workbook-xml";
import { helpSheet } from "./report-help";
import { reportLines } from "./report-lines";
import { broughtKey, type ReportPlan } from "./report-plan";

const columnsOf = (years: readonly number[], sheet: ReportSheet): readonly ReportColumn[] =>
  sheetColumns(years)[sheet];

/** Columns that say which row it is, and stay in sight. */
const FROZEN: Readonly<Record<ReportSheet, number>> = { lines: 3, projects: 4, results: 2 };

/** Columns with a drop-down, in the order of their lists in the hidden sheet. */
const LISTED = REPORT_SHEETS.flatMap((sheet) =>
  columnsOf([], sheet).flatMap(({ name, choice }) => (choice === undefined ? [] : [{ sheet, name, choice }])),
);
/** The hidden sheet has a name, a value and an empty column before its lists. */
const FIRST_LIST = 3;

const sheetsOf = ({ known }: ReportPlan): ReportSheet[] =>
  REPORT_SHEETS.filter((sheet) => sheet === "lines" || known[sheet].length > 0);

/** The official workbook of a report: what is known locked, what is asked open, and what came with it before marked. */
export function reportWorkbook(plan: ReportPlan): AsyncGenerator<Uint8Array> {
  const { words } = plan;
  const faults: StyledCell[][] = [];
  const main = sheetsOf(plan).map((sheet): SheetPlan => {
    const columns = columnsOf(plan.years, sheet);
    const found = faultsOf(plan, sheet, columns);
    faults.push(...found.rows);
    return {
      name: words.sheets[sheet].sheet,
      columns: columns.map(({ width }) => ({ title: "", width })),
      rows: reportLines(plan, sheet, columns),
      frozen: FROZEN[sheet],
      locked: true,
      validations: validationsOf(plan, sheet, columns),
      notes: [...headNotes(plan, sheet, columns), ...found.notes],
    };
  });
  const listed = LISTED.map((one) => optionWords(plan, one));
  return styledWorkbook([
    ...main,
    ...(faults.length > 0 ? [faultSheet(words, faults)] : []),
    helpSheet(plan, sheetsOf(plan)),
    hiddenSheet(metadataOf(plan), listed),
  ]);
}

const optionWords = (
  { words }: ReportPlan,
  { name, choice }: Pick<ReportColumn, "name" | "choice">,
): string[] => (choice?.options ?? []).map((option) => words.choices[name]?.[option.name] ?? option.name);

function faultsOf(
  { words, known, brought }: ReportPlan,
  sheet: ReportSheet,
  columns: readonly ReportColumn[],
) {
  const mine = [...brought].filter(([key]) => key.startsWith(broughtKey(sheet, "")));
  const filled = new Map(mine.map(([key, row]) => [key.slice(broughtKey(sheet, "").length), row]));
  const names = columns.map(({ name }) => name);
  return faultList({ rows: known[sheet], filled, words: words.sheets[sheet] }, names);
}

const headNotes = ({ words }: ReportPlan, sheet: ReportSheet, columns: readonly ReportColumn[]): CellNote[] =>
  columns.flatMap((one, column) => {
    const hint = wordOf(words.sheets[sheet].hints, one);
    return hint === undefined ? [] : [{ at: `${columnName(column)}1`, row: 0, column, text: hint }];
  });

/** What may be typed in each open column; Excel says it while somebody types. */
function validationsOf(plan: ReportPlan, sheet: ReportSheet, columns: readonly ReportColumn[]): Validation[] {
  const { titles, hints } = plan.words.sheets[sheet];
  const last = Math.max(2, plan.known[sheet].length + 1);
  return columns.flatMap((column, index): Validation[] => {
    const rule = ruleOf(plan, sheet, column);
    if (rule === null) return [];
    const [title = column.name, text = ""] = [wordOf(titles, column), wordOf(hints, column)];
    const at = columnName(index);
    return [{ range: `${at}2:${at}${last}`, rule, title: title.slice(0, 32), text: text.slice(0, 250) }];
  });
}

function ruleOf(plan: ReportPlan, sheet: ReportSheet, column: ReportColumn): Validation["rule"] | null {
  const { name, kind, field, choice, most = 0, negative } = column;
  if (choice !== undefined) {
    const list = columnName(FIRST_LIST + LISTED.findIndex((one) => one.sheet === sheet && one.name === name));
    const from = `'${METADATA_SHEET}'!$${list}$1:$${list}$${optionWords(plan, column).length}`;
    return { is: "list", from, strict: true };
  }
  if (field === undefined) return null;
  if (kind === "amount") return { is: "amount", negative: negative === undefined };
  return kind === "count" ? { is: "count" } : { is: "length", most };
}

/** For the program that reads it back: what this is, and what each line was made with. */
function metadataOf(plan: ReportPlan): string[][] {
  const { of, words, known } = plan;
  return [
    ["format", REPORT_TEMPLATE.format],
    ["version", REPORT_TEMPLATE.version],
    ["programme", of.programme],
    ["report", of.report],
    ["municipality", of.municipality],
    ["window", of.window],
    ["reportVersion", String(of.reportVersion)],
    ["language", words.language],
    ["made", of.made],
    ...sheetsOf(plan).map((sheet) => [`sheet.${sheet}`, words.sheets[sheet].sheet]),
    ["rows", ""],
    ...sheetsOf(plan).flatMap((sheet) => {
      const columns = columnsOf(plan.years, sheet);
      return known[sheet].map((row) => [broughtKey(sheet, row.id), baseText(row, columns)]);
    }),
  ];
}
