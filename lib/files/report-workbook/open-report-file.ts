import { plainName } from "@/lib/domain/entry/pick";
import type { SheetRow } from "@/lib/domain/entry/sheet-row";
import type { ReportColumn } from "@/lib/domain/report-workbook/report-column";
import { COLUMNS_OF } from "@/lib/domain/report-workbook/report-columns";
import { REPORT_SHEETS, REPORT_TEMPLATE, type ReportSheet } from "@/lib/domain/report-workbook/template";
import { openCsv } from "../entry/read-csv";
import { isWorkbook, openBook } from "../entry/read-workbook";
import { RefusedFile } from "../entry/refused-file";
import { type SheetLayout, sheetRows } from "../entry/sheet-columns";
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

/** Opens a workbook of this report, or a csv with its lines or its results. @throws RefusedFile */
export function openReportFile(task: ReportReadingTask): OpenedReportFile {
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  return isWorkbook(bytes, task.fileName) ? officialWorkbook(bytes, task) : plainFile(bytes, task);
}

function officialWorkbook(bytes: Buffer, task: ReportReadingTask): OpenedReportFile {
  const { of, known, headings, today } = task;
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
    return { sheet, name, rows: sheetRows(file, headings[sheet], layoutOf(COLUMNS_OF[sheet])) };
  });
  const version = Number.parseInt(facts.get("reportVersion") ?? "", 10);
  return { template, madeFrom: Number.isSafeInteger(version) ? version : null, bases, sheets };
}

/** A csv is of the sheet whose headings it has most of. */
function plainFile(bytes: Buffer, { fileName, headings }: ReportReadingTask): OpenedReportFile {
  const file = openCsv(bytes, fileName);
  const head = new Set(file.rows[0]?.cells.map((cell) => plainName(cell?.text ?? "")));
  const found = (sheet: ReportSheet) =>
    Object.values(headings[sheet]).filter((titles) => titles.some((title) => head.has(plainName(title))))
      .length;
  const sheet: ReportSheet = found("results") > found("lines") ? "results" : "lines";
  const rows = sheetRows(file, headings[sheet], layoutOf(COLUMNS_OF[sheet]));
  return { template: null, madeFrom: null, bases: file.bases, sheets: [{ sheet, name: fileName, rows }] };
}
