import type { TableRecord } from "@/lib/domain/proof/manifest";
import { type RowMark, readMarkLine, rowMark } from "@/lib/domain/proof/row-marks";
import { compareRows } from "./compare-rows";
import type { Difference } from "./difference";
import type { Finding, Report } from "./finding";
import { type Files, linesOf, type Platform } from "./platform";
import { centsOf, decimals, readTable } from "./read-table";

const KINDS = {
  altered: "row_altered",
  removed: "row_removed",
  tail: "tail_removed",
  added: "row_added",
  swapped: "rows_swapped",
  moved: "row_moved",
} as const;

/** What a difference of rows is called, with the words for its columns and for what its first column says a row is. */
export function rowFinding(
  file: string,
  { is, found, expected, key, cells, other }: Difference,
  column: (cell: number) => string,
  subject: string,
  firstLine: number | null,
): Finding {
  const at = found ?? expected ?? 0;
  return {
    code: KINDS[is],
    file,
    row: at + 1,
    entry: key,
    columns: [...new Set(cells.map(column))],
    facts: {
      subject,
      ...(firstLine === null || found === null ? {} : { line: String(found + firstLine) }),
      ...(expected === null ? {} : { was: String(expected + 1) }),
      ...(other === null ? {} : { other: String(is === "tail" ? other : other + 1) }),
    },
  };
}

/** The marks as they were made; null when their own file is not what it was. */
export async function readMarks(
  files: Files,
  path: string,
  altered: ReadonlySet<string>,
): Promise<RowMark[] | null> {
  const bytes = altered.has(path) ? null : await files.read(path);
  return bytes === null ? null : [...linesOf(bytes)].map(readMarkLine);
}

/** Holds a table against its marks, its count and its sums. `altered`: files whose bytes are not what they were. */
export async function checkTable(
  files: Files,
  record: TableRecord,
  altered: ReadonlySet<string>,
  report: Report,
  platform: Platform,
): Promise<void> {
  const file = record.path;
  const bytes = await files.read(file);
  if (bytes === null) return;
  const table = readTable(record, bytes);
  const marks = await readMarks(files, record.marks, altered);
  if (table === null) {
    if (altered.has(file)) report.says("file_altered", { file });
    return;
  }
  const titled = (cell: number) => record.columns[cell] ?? "";
  const before = report.findings.length;
  checkHead(record, table, report);
  const sums = new Map(record.sums.map(({ column }) => [column, 0n]));
  const found: RowMark[] = [];
  for (const cells of table.rows) {
    found.push(rowMark(platform.digests, cells));
    for (const [column, sum] of sums) sums.set(column, sum + (centsOf(cells[column] ?? "") ?? 0n));
  }
  if (marks === null) report.says("marks_unusable", { file });
  else
    for (const difference of compareRows(marks, found))
      report.findings.push(
        rowFinding(file, difference, (cell) => titled(cell) || `${cell + 1}`, titled(0), table.firstLine),
      );
  if (found.length !== record.rows)
    report.says("rows_counted", { file, facts: { is: String(found.length), was: String(record.rows) } });
  for (const { column, cents } of record.sums) {
    const is = sums.get(column) ?? 0n;
    if (is.toString() !== cents)
      report.says("sum_differs", {
        file,
        columns: [record.columns[column] ?? ""],
        facts: { is: decimals(is), was: decimals(BigInt(cents)) },
      });
  }
  // Every row is as it was and the bytes are not: somebody opened and saved the file.
  if (altered.has(file) && report.findings.length === before) report.says("bytes_only", { file });
  if (report.findings.length === before) report.knows("rows_checked", { file, rows: String(found.length) });
}

function checkHead(
  { path: file, statement, columns }: TableRecord,
  table: { readonly statement: readonly (readonly string[])[]; readonly columns: readonly string[] },
  report: Report,
): void {
  for (const [index, { name, value }] of statement.entries()) {
    const [foundName = "", foundValue = ""] = table.statement[index] ?? [];
    if (foundName !== name || foundValue !== value)
      report.says("statement_altered", { file, facts: { name, was: value, is: foundValue } });
  }
  if (table.statement.length > statement.length)
    report.says("header_altered", { file, facts: { column: "" } });
  const wrong = columns.filter((title, index) => table.columns[index] !== title);
  if (wrong.length > 0 || table.columns.length !== columns.length)
    report.says("header_altered", { file, facts: { column: wrong.join(", ") } });
}
