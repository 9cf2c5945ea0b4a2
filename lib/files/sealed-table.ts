import type { TableRecord } from "@/lib/domain/proof/manifest";
import { harmless, rowMark } from "@/lib/domain/proof/row-marks";
import { type Cell, decimal, type Statement, type Table } from "./cell";
import type { Dialect } from "./csv";
import { hashes, type Sealer } from "./sealer";
import type { ZipEntry } from "./zip";

/** A cell as the verifier compares it, whatever the file writes: an amount as "-55000.01". */
export function markedText(cell: Cell): string {
  if (cell === null) return "";
  switch (cell.is) {
    case "text":
      return harmless(cell.value);
    case "amount":
      return decimal(cell.value, ".");
    case "whole":
      return cell.value.toString();
    case "date":
      return cell.value;
  }
}

interface Sealing {
  readonly path: string;
  readonly table: Table;
  readonly statement: Statement;
  /** How the csv is written; null when the file is none. */
  readonly dialect: Dialect | null;
  readonly written: (table: Table) => Promise<AsyncGenerator<Uint8Array>>;
}

/** A table as a file and its marks as another; `record` is called when both were written. */
export async function* sealedTable(
  sealer: Sealer,
  { path, table, statement, dialect, written }: Sealing,
  record: (record: TableRecord) => void,
): AsyncGenerator<ZipEntry> {
  const marks = sealer.marks(`${path}.rijen.tsv`);
  const sums = new Map<number, bigint>();
  let rows = 0;
  const marked = (async function* () {
    for await (const cells of table.rows) {
      // A row may leave its last cells out; the file does not.
      const whole = table.columns.map((_, index) => cells[index] ?? null);
      for (const [index, cell] of whole.entries())
        if (cell?.is === "amount") sums.set(index, (sums.get(index) ?? 0n) + cell.value);
      await marks.mark(rowMark(hashes, whole.map(markedText)));
      rows += 1;
      yield whole;
    }
  })();
  yield sealer.file(path, await written({ ...table, rows: marked }));
  const kept = marks.file();
  yield kept;
  record({
    path,
    marks: kept.path,
    csv: dialect && { separator: dialect.separator, decimal: dialect.decimal },
    statement: statement.map(({ name, value }) => ({ name, value: markedText(value) })),
    columns: table.columns.map(({ title }) => title),
    rows,
    sums: [...sums].sort(([a], [b]) => a - b).map(([column, cents]) => ({ column, cents: cents.toString() })),
  });
}
