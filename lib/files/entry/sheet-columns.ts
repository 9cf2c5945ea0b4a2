import { isInput } from "@/lib/domain/entry/entry-file";
import { plainName } from "@/lib/domain/entry/pick";
import type { SheetRow } from "@/lib/domain/entry/sheet-row";
import type { OpenedFile } from "./read-workbook";
import { RefusedFile } from "./refused-file";

/** Column by its headings, in every language that the template is made in. */
export type Headings = Readonly<Record<string, readonly string[]>>;

/** What a sheet must have to be read. */
export interface SheetLayout {
  readonly isNeeded: (column: string) => boolean;
  /** Without an id a line is found by what it names. */
  readonly places: readonly string[];
  /** A column that the sheet adds up itself. */
  readonly computed?: string;
}

const ENTRY_LAYOUT: SheetLayout = { isNeeded: isInput, places: ["area", "theme"], computed: "total" };

/** Reads the heading line, and gives the lines under it by column. @throws RefusedFile */
export function sheetRows(
  { rows, sheet, template }: Pick<OpenedFile, "rows" | "sheet" | "template">,
  headings: Headings,
  { isNeeded, places, computed }: SheetLayout = ENTRY_LAYOUT,
): SheetRow[] {
  const [head, ...lines] = rows;
  if (head === undefined) throw new RefusedFile("no_rows", { given: sheet });
  const names = new Map(
    Object.entries(headings).flatMap(([column, titles]) => titles.map((title) => [plainName(title), column])),
  );
  const columns = Array.from({ length: head.cells.length }, (_, index) =>
    names.get(plainName(head.cells[index]?.text ?? "")),
  );
  const found = new Set(columns);
  const needed = Object.keys(headings).filter((column) => isNeeded(column));
  const placed = found.has("rowId") ? ["rowId"] : places;
  const missing = [...placed, ...needed].filter((column) => !found.has(column));
  if (missing.length > 0)
    throw new RefusedFile("columns_missing", {
      given: sheet,
      missing: missing.map((column) => headings[column]?.[0] ?? column).join(", "),
    });
  const read = lines.map(({ row, cells }): SheetRow => {
    const byColumn = columns.flatMap((column, index) => {
      const cell = cells[index];
      return column === undefined || cell === undefined || (cell.text.trim() === "" && cell.is === "text")
        ? []
        : [[column, cell] as const];
    });
    return { row, cells: Object.fromEntries(byColumn) };
  });
  const filled = read.filter(({ cells }) => Object.keys(cells).length > 0);
  if (filled.length === 0) throw new RefusedFile("no_rows", { given: sheet });
  // Some programs write the values of a workbook and throw its formulas away; what else they lost is not to be seen.
  if (
    template !== null &&
    computed !== undefined &&
    found.has(computed) &&
    filled.every(({ cells }) => cells[computed]?.is !== "formula")
  )
    throw new RefusedFile("formula_stripped", { column: headings[computed]?.[0] ?? computed });
  return filled;
}
