import { harmless } from "@/lib/domain/proof/row-marks";
import { type Cell, decimal, type Rows, type Statement, type Table } from "./cell";

/** How a spreadsheet in this language reads csv by a double click. */
export interface Dialect {
  readonly separator: ";" | ",";
  readonly decimal: "," | ".";
}

export const DIALECTS = {
  nl: { separator: ";", decimal: "," },
  en: { separator: ",", decimal: "." },
} as const satisfies Record<string, Dialect>;

/** Without it Excel takes UTF-8 for Windows-1252. */
export const BYTE_ORDER_MARK = "\uFEFF";
export const LINE_END = "\r\n";

function quoted(value: string, { separator }: Dialect): string {
  const needs = value.includes(separator) || /["\r\n]/.test(value) || value !== value.trim();
  return needs ? `"${value.replaceAll('"', '""')}"` : value;
}

function field(cell: Cell, dialect: Dialect): string {
  if (cell === null) return "";
  switch (cell.is) {
    case "text":
      return quoted(harmless(cell.value), dialect);
    case "amount":
      return quoted(decimal(cell.value, dialect.decimal), dialect);
    case "whole":
      return cell.value.toString();
    case "date":
      return cell.value;
  }
}

/** One record of RFC 4180. */
export const csvLine = (cells: readonly Cell[], dialect: Dialect): string =>
  cells.map((cell) => field(cell, dialect)).join(dialect.separator) + LINE_END;

const titleCells = (titles: readonly string[]): Cell[] => titles.map((value) => ({ is: "text", value }));

/** The lines before a table: what it is, one name and value to a line, then an empty line. */
export function csvHead(statement: Statement, titles: readonly string[], dialect: Dialect): string {
  const lines = statement.map(({ name, value }) => csvLine([{ is: "text", value: name }, value], dialect));
  return BYTE_ORDER_MARK + lines.join("") + LINE_END + csvLine(titleCells(titles), dialect);
}

const CHUNK = 64 * 1024;

/** A whole document, in pieces of about 64 kB, as the rows come. */
export async function* csvDocument(
  statement: Statement,
  table: Table,
  dialect: Dialect,
): AsyncGenerator<Uint8Array> {
  const titles = table.columns.map(({ title }) => title);
  yield* inChunks(csvHead(statement, titles, dialect), table.rows, dialect);
}

async function* inChunks(head: string, rows: Rows, dialect: Dialect): AsyncGenerator<Uint8Array> {
  let held = head;
  for await (const row of rows) {
    held += csvLine(row, dialect);
    if (held.length < CHUNK) continue;
    yield Buffer.from(held);
    held = "";
  }
  if (held !== "") yield Buffer.from(held);
}
