import { plainName } from "@/lib/domain/entry/pick";
import type { SheetRow } from "@/lib/domain/entry/sheet-row";
import { ofYear, type ReportColumn, wordName } from "@/lib/domain/report-workbook/report-column";
import { sheetColumns } from "@/lib/domain/report-workbook/report-columns";
import { REPORT_SHEETS, REPORT_TEMPLATE, type ReportSheet } from "@/lib/domain/report-workbook/template";
import { openCsv } from "../entry/read-csv";
import { isWorkbook, openBook } from "../entry/read-workbook";
import { RefusedFile } from "../entry/refused-file";
import { type Headings, type SheetLayout, sheetRows } from "../entry/sheet-columns";
import type { ReportReadingTask } from "./report-reading";

export interface OpenedSheet {
  readonly sheet: ReportSheet;
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

export interface OpenedReportFile {
  readonly template: string | null;
  readonly madeFrom: number | null;
  readonly bases: ReadonlyMap<string, string>;
  readonly sheets: readonly OpenedSheet[];
}

/** What stands open must be in the file; a choice only stands for what can be typed as well. */
const layoutOf = (columns: readonly ReportColumn[]): SheetLayout => ({
  isNeeded: (name) => columns.some((column) => column.name === name && column.field !== undefined),
  places: columns.filter(({ names }) => names === true).map(({ name }) => name),
  computed: columns.find(({ computed }) => computed !== undefined)?.name,
});

/** The headings of each column of this report, those of its years with the year in them. */
const headingsOf = (columns: readonly ReportColumn[], headings: Headings): Headings =>
  Object.fromEntries(
    columns.map((column) => [
      column.name,
      (headings[wordName(column)] ?? [column.name]).map((title) => ofYear(title, column)),
    ]),
  );

/** Opens a workbook of this report, or a csv with its lines, its projects or its results. @throws RefusedFile */
export function openReportFile(task: ReportReadingTask): OpenedReportFile {
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  return isWorkbook(bytes, task.fileName) ? officialWorkbook(bytes, task) : plainFile(bytes, task);
}

function officialWorkbook(bytes: Buffer, task: ReportReadingTask): OpenedReportFile {
  const { of, known, headings, today, years } = task;
  const columns = sheetColumns(years);
  const { template, facts, bases, rowsOf } = openBook(bytes, task.fileName, REPORT_TEMPLATE);
  // What is said of another's file is what stands in it, and nothing that is known about it.
  if (facts.get("municipality") !== of.municipality)
    throw new RefusedFile("other_municipality", { expected: of.report });
  const meant = `${facts.get("programme") ?? ""} ${facts.get("report") ?? ""}`;
  if (meant !== `${of.programme} ${of.report}`)
    throw new RefusedFile("other_report", { given: meant.trim().slice(0, 60), expected: of.report });
  const made = facts.get("made") ?? "";
  if (made > today) throw new RefusedFile("future_date", { given: made.slice(0, 10) });
  const sheets = REPORT_SHEETS.filter((sheet) => known[sheet].length > 0).map((sheet): OpenedSheet => {
    const name = facts.get(`sheet.${sheet}`) ?? "";
    const file = { template, sheet: name, rows: rowsOf(name) };
    const titles = headingsOf(columns[sheet], headings[sheet]);
    return { sheet, name, rows: sheetRows(file, titles, layoutOf(columns[sheet])) };
  });
  const version = Number.parseInt(facts.get("reportVersion") ?? "", 10);
  return { template, madeFrom: Number.isSafeInteger(version) ? version : null, bases, sheets };
}

/** A csv is of the sheet whose headings it has most of. */
function plainFile(bytes: Buffer, { fileName, headings, years }: ReportReadingTask): OpenedReportFile {
  const file = openCsv(bytes, fileName);
  const columns = sheetColumns(years);
  const head = new Set(file.rows[0]?.cells.map((cell) => plainName(cell?.text ?? "")));
  const sheets = REPORT_SHEETS.map((sheet) => {
    const titles = headingsOf(columns[sheet], headings[sheet]);
    const isThere = (words: readonly string[]) => words.some((title) => head.has(plainName(title)));
    return { sheet, titles, found: Object.values(titles).filter(isThere).length };
  });
  const { sheet, titles } = sheets.reduce((most, one) => (one.found > most.found ? one : most));
  const rows = sheetRows(file, titles, layoutOf(columns[sheet]));
  return { template: null, madeFrom: null, bases: file.bases, sheets: [{ sheet, name: fileName, rows }] };
}
