import { rowFinder } from "@/lib/domain/entry/find-row";
import { type CheckedRow, checkSheetRow } from "@/lib/domain/entry/sheet-row";
import { openCsv } from "./read-csv";
import { isWorkbook, openWorkbook } from "./read-workbook";
import type { ReadingMessage, ReadingTask } from "./reading";
import { RefusedFile } from "./refused-file";
import { sheetRows } from "./sheet-columns";

/** Rows between two messages about how far it is. */
const STEP = 500;

/** Reads a whole file, row by row, and says how far it is; what it says last is the outcome. */
export function* checkFile(task: ReadingTask): Generator<ReadingMessage> {
  try {
    yield* check(task);
  } catch (error) {
    const { problem, facts } = refusalOf(error);
    yield { is: "refused", problem, facts: { name: task.fileName, ...facts } };
  }
}

/** A file whose own numbers point outside it, or that does not unpack, is broken: that is no fault of ours. */
export function refusalOf(error: unknown): RefusedFile {
  if (error instanceof RefusedFile) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (error instanceof RangeError || code.startsWith("Z_")) return new RefusedFile("not_a_workbook");
  throw error;
}

function* check(task: ReadingTask): Generator<ReadingMessage> {
  const bytes = Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength);
  const { fileName } = task;
  const file = isWorkbook(bytes, fileName) ? openWorkbook(bytes, fileName) : openCsv(bytes, fileName);
  const meant = `${file.programme ?? task.programme} ${file.tranche ?? task.tranche}`;
  const expected = `${task.programme} ${task.tranche}`;
  if (meant !== expected) throw new RefusedFile("other_tranche", { given: meant, expected });
  const rows = sheetRows(file, task.headings);
  yield { is: "accepted", rows: rows.length, template: file.template, sheet: file.sheet };
  const find = rowFinder(task.known, task.areas, task.themes);
  const { trancheId, years } = task;
  const context = { trancheId, years, find, baseOf: (id: string) => file.bases.get(id) };
  const checked: CheckedRow[] = [];
  for (const row of rows) {
    checked.push(checkSheetRow(row, context));
    if (checked.length % STEP === 0) yield { is: "progress", done: checked.length, memory: 0 };
  }
  yield { is: "done", rows: checked, memory: 0 };
}
