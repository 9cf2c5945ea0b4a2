import { type CheckedReportRow, checkReportRow } from "@/lib/domain/report-workbook/check-row";
import { reportRowFinder } from "@/lib/domain/report-workbook/find-report-row";
import { emptyProjectRow, readBase } from "@/lib/domain/report-workbook/known-row";
import { sheetColumns } from "@/lib/domain/report-workbook/report-columns";
import { REPORT_TEMPLATE } from "@/lib/domain/report-workbook/template";
import { refusalOf } from "../entry/check-file";
import { openReportFile } from "./open-report-file";
import { broughtKey } from "./report-plan";
import type { ReportReadingMessage, ReportReadingTask } from "./report-reading";

/** Rows between two messages about how far it is. */
const STEP = 250;

/** Reads a whole file, row by row, and says how far it is; what it says last is the outcome. */
export function* checkReportFile(task: ReportReadingTask): Generator<ReportReadingMessage> {
  try {
    yield* check(task);
  } catch (error) {
    const { problem, facts } = refusalOf(error);
    yield { is: "refused", problem, facts: { name: task.fileName, ...facts } };
  }
}

function* check(task: ReportReadingTask): Generator<ReportReadingMessage> {
  const { template, madeFrom, bases, sheets } = openReportFile(task);
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const names = Object.fromEntries(sheets.map(({ sheet, name }) => [sheet, name]));
  yield { is: "accepted", rows, template, madeFrom, sheets: names };
  const allColumns = sheetColumns(task.years);
  const emptyProject = emptyProjectRow(task.known);
  const checked: CheckedReportRow[] = [];
  for (const { sheet, rows: lines } of sheets) {
    const columns = allColumns[sheet];
    const context = {
      sheet,
      columns,
      words: task.choices,
      template: REPORT_TEMPLATE.version,
      final: task.final,
      find: reportRowFinder(task.known[sheet], columns, sheet === "projects" ? emptyProject : undefined),
      baseOf: (id: string) => readBase(bases.get(broughtKey(sheet, id))),
    };
    for (const line of lines) {
      checked.push(checkReportRow(line, context));
      if (checked.length % STEP === 0) yield { is: "progress", done: checked.length, memory: 0 };
    }
  }
  yield { is: "done", rows: checked, memory: 0 };
}
