import { cellName, type EntryRow } from "@/lib/domain/entry/entry-fields";
import type { FormState } from "../forms/form-state";
import { filled, type GridWords } from "./grid-words";

const CELL = /^lines\.(\d+)\.(.+)$/;

/** The lines that an answer of the form carries; null before the first. */
export function rowsFrom({ values }: FormState): EntryRow[] | null {
  const cells = Object.entries(values).flatMap(([name, value]) => {
    const [, row = "", field = ""] = CELL.exec(name) ?? [];
    return field === "" ? [] : [{ row: Number(row), field, value }];
  });
  if (cells.length === 0) return null;
  const last = Math.max(...cells.map(({ row }) => row));
  const rows: Record<string, string>[] = Array.from({ length: last + 1 }, () => ({}));
  for (const { row, field, value } of cells) {
    const line = rows[row];
    if (line !== undefined) line[field] = value;
  }
  return rows;
}

type Said = Readonly<Record<string, readonly string[]>>;

/** What the server said at the cells of a line, for as long as they hold what it saw. */
export function saidBy(
  state: FormState,
  words: GridWords,
): (index: number, row: EntryRow) => Said | undefined {
  const byRow = new Map<number, Map<string, string[]>>();
  for (const { field: name = "", message } of state.status === "refused" ? state.reasons : []) {
    const [, row = "", field = ""] = CELL.exec(name) ?? [];
    if (field === "") continue;
    const start = filled(words.ofLine, { line: Number(row) + 1, message: "" });
    const fields = byRow.get(Number(row)) ?? new Map<string, string[]>();
    byRow.set(Number(row), fields);
    fields.set(field, [
      ...(fields.get(field) ?? []),
      message.startsWith(start) ? message.slice(start.length) : message,
    ]);
  }
  return (index, row) => {
    const fields = byRow.get(index);
    if (fields === undefined) return undefined;
    return Object.fromEntries(
      [...fields].filter(([field]) => (state.values[cellName(index, field)] ?? "") === (row[field] ?? "")),
    );
  };
}
