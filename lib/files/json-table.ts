import type { Cell, Column, Statement, Table } from "./cell";
import { inPieces } from "./plain-journal";

/** A cell without anything lost: an amount is its cents as text, because a reader would make a float of a number. */
function jsonCell(cell: Cell): unknown {
  if (cell === null) return null;
  switch (cell.is) {
    case "amount":
      return { cents: cell.value.toString() };
    case "whole":
      return cell.value.toString();
    case "text":
    case "date":
      return cell.value;
  }
}

/** The names of columns as keys: the same in every language where they have one, and never twice the same. */
export function columnKeys(columns: readonly Column[]): string[] {
  const seen = new Map<string, number>();
  return columns.map(({ name, title }) => {
    const key = name ?? title;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key} ${times}`;
  });
}

/** A table with what it is, one row to a line, as the rows come. */
export async function* jsonDocument(
  statement: Statement,
  { columns, rows }: Table,
): AsyncGenerator<Uint8Array> {
  const keys = columnKeys(columns);
  const said = statement.map(({ name, value }) => ({ name, value: jsonCell(value) }));
  const named = columns.map(({ title }, index) => ({ name: keys[index], title }));
  const head = `{\n"statement": ${JSON.stringify(said, null, 1)},\n"columns": ${JSON.stringify(named, null, 1)},\n"rows": [`;
  let before = "\n";
  const source = (async function* () {
    yield* rows;
  })();
  yield* inPieces(head, source, (cells) => {
    const row = Object.fromEntries(keys.map((key, index) => [key, jsonCell(cells[index] ?? null)]));
    const line = before + JSON.stringify(row);
    before = ",\n";
    return line;
  });
  yield new Uint8Array(Buffer.from("\n]\n}\n"));
}
