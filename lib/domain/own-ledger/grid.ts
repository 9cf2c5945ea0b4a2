import type { SheetCell } from "../entry/sheet-row";

/** A file of bookings as it was read: a line of headings, and the lines under it. */
export interface Grid {
  /** Name of the sheet, or of the file when it has none. */
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  /** As the spreadsheet counts them. */
  readonly row: number;
  readonly cells: readonly (SheetCell | null)[];
}

/** A line with fewer words than this stands above the headings: a title, or a date. */
const FEWEST_HEADINGS = 3;
/** No bookkeeping has more; a file that says otherwise would fill the memory with nothing. */
const MOST_COLUMNS = 100;
const LONGEST_CELL = 500;

/** Finds the line of headings; null when there is none, or nothing under it. */
export function gridOf(
  sheet: string,
  lines: readonly { readonly row: number; readonly cells: readonly (SheetCell | undefined)[] }[],
): Grid | null {
  const at = lines.findIndex(
    ({ cells }) =>
      cells.filter((cell) => cell !== undefined && cell.text.trim() !== "").length >= FEWEST_HEADINGS,
  );
  const head = lines[at];
  if (head === undefined || at + 1 >= lines.length) return null;
  const headings = Array.from(head.cells.slice(0, MOST_COLUMNS), (cell) =>
    (cell?.text ?? "").replaceAll("\u0000", "").trim().slice(0, 80),
  );
  const rows = lines.slice(at + 1).map(({ row, cells }) => ({
    row,
    cells: headings.map((_, index) => {
      const cell = cells[index];
      // PostgreSQL cannot hold the null character, and no bookkeeping means one.
      return cell === undefined
        ? null
        : { ...cell, text: cell.text.replaceAll("\u0000", "").slice(0, LONGEST_CELL) };
    }),
  }));
  return { sheet, headings, rows };
}
