import type { EntryRow } from "./entry-fields";

/** More lines than this belong in the workbook. */
export const MOST_LINES = 500;

export interface Placed {
  readonly rows: readonly EntryRow[];
  /** Cells that fell outside the grid: to the right of the last column, or below the last line that fits. */
  readonly lost: number;
}

/** A cell holds one line of text. */
const oneLine = (text: string) => text.replace(/[\t\r\n]+/g, " ").trim();

/** Puts pasted cells into the grid from one cell on, over as many lines as they need. */
export function placeCells(
  rows: readonly EntryRow[],
  fields: readonly string[],
  at: { readonly row: number; readonly field: string },
  cells: readonly (readonly string[])[],
): Placed {
  const first = Math.max(0, fields.indexOf(at.field));
  const next = [...rows];
  let lost = 0;
  for (const [down, line] of cells.entries()) {
    const index = at.row + down;
    if (index >= MOST_LINES) {
      lost += line.filter((cell) => cell !== "").length;
      continue;
    }
    while (next.length <= index) next.push({});
    const row: Record<string, string> = { ...next[index] };
    for (const [right, cell] of line.entries()) {
      const field = fields[first + right];
      if (field !== undefined) row[field] = oneLine(cell);
      else if (cell !== "") lost += 1;
    }
    next[index] = row;
  }
  return { rows: next, lost };
}

/** The lines as a spreadsheet would copy them. */
export const cellsOf = (rows: readonly EntryRow[], fields: readonly string[]): string[][] =>
  rows.map((row) => fields.map((field) => row[field] ?? ""));

/** Copies the cell above; on the first line there is nothing to copy. */
export function fillDown(rows: readonly EntryRow[], row: number, field: string): readonly EntryRow[] {
  const above = rows[row - 1]?.[field];
  if (above === undefined) return rows;
  return rows.map((one, index) => (index === row ? { ...one, [field]: above } : one));
}
