import type { TableRecord } from "@/lib/domain/proof/manifest";
import { harmless } from "@/lib/domain/proof/row-marks";
import { textOf } from "./platform";
import { csvRecords } from "./read-csv";

/** A table as the verifier compares it: every cell as text, an amount as "-55000.01". */
export interface ReadTable {
  readonly statement: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly string[]>;
  /** What to add to the number of a row to get the line of the file; null where rows span lines or have none. */
  readonly firstLine: number | null;
}

/** Null for a format whose rows the verifier does not read, or for a file that cannot be read as what it should be. */
export function readTable(record: TableRecord, bytes: Uint8Array): ReadTable | null {
  if (record.csv !== null) return readCsv(record, record.csv, textOf(bytes));
  return record.path.endsWith(".json") ? readJson(textOf(bytes)) : null;
}

function readCsv(
  { statement, sums }: TableRecord,
  { separator, decimal }: { readonly separator: string; readonly decimal: string },
  text: string,
): ReadTable {
  const plain = (cell: string) =>
    decimal !== "." && /^-?\d+,\d\d$/.test(cell) ? cell.replace(",", ".") : cell;
  const amounts = new Set(sums.map(({ column }) => column));
  const records = csvRecords(text, separator);
  const head: string[][] = [];
  const nextLine = (): readonly string[] => {
    const { done, value } = records.next();
    return done === true ? [] : value.cells;
  };
  for (let left = statement.length; left > 0; left -= 1) head.push(nextLine().map(plain));
  // The line without anything that stands between what a table is and the table.
  if (nextLine().some((cell) => cell !== "")) head.push(["?"]);
  const columns = nextLine();
  return {
    statement: head,
    columns,
    firstLine: statement.length + 3,
    rows: (function* () {
      for (const { cells } of records)
        yield cells.map((cell, index) => (amounts.has(index) ? plain(cell) : cell));
    })(),
  };
}

interface JsonTable {
  readonly statement: readonly { readonly name: string; readonly value: unknown }[];
  readonly columns: readonly { readonly name: string; readonly title: string }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

function readJson(text: string): ReadTable | null {
  try {
    const { statement, columns, rows } = JSON.parse(text) as JsonTable;
    return {
      statement: statement.map(({ name, value }) => [name, jsonCell(value)]),
      columns: columns.map(({ title }) => title),
      rows: rows.map((row) => columns.map(({ name }) => jsonCell(row[name] ?? null))),
      firstLine: null,
    };
  } catch {
    return null;
  }
}

/** The cents of an amount become the decimals that the other formats have. */
function jsonCell(value: unknown): string {
  if (value === null) return "";
  if (typeof value === "string") return harmless(value);
  const { cents } = value as { readonly cents?: unknown };
  if (typeof cents !== "string" || !/^-?\d+$/.test(cents)) return JSON.stringify(value);
  return decimals(BigInt(cents));
}

export function decimals(cents: bigint): string {
  const size = cents < 0n ? -cents : cents;
  return `${cents < 0n ? "-" : ""}${size / 100n}.${(size % 100n).toString().padStart(2, "0")}`;
}

/** Cents of "-55000.01"; null for a cell that is no amount. */
export function centsOf(cell: string): bigint | null {
  const [, sign = "", whole, rest] = /^(-?)(\d+)\.(\d\d)$/.exec(cell) ?? [];
  return whole === undefined || rest === undefined ? null : BigInt(`${sign}${whole}${rest}`);
}
