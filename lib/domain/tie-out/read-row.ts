import { type CellReader, cellReader, type UnreadRow } from "../grid/cell-reader";
import { type Cents, cents } from "../money";
import type { Grid, GridRow } from "../own-ledger/grid";
import { type RowColumn, type RowMapping, rowPlaces, SAYS_WHICH } from "./row-columns";

/** One row of an external file, as it says it. */
export interface FileRow {
  /** As the spreadsheet counts them. */
  readonly row: number;
  readonly decision: string;
  readonly allocation: string;
  readonly reference: string;
  readonly municipality: string;
  readonly area: string;
  /** yyyy-mm-dd */
  readonly date: string | null;
  readonly year: number | null;
  readonly amount: Cents;
}

export interface ReadRows {
  readonly rows: readonly FileRow[];
  readonly unread: readonly UnreadRow[];
}

const LONGEST = 200;

/** Every row by these columns; what cannot be read has every reason beside it and counts nowhere. */
export function readRows({ headings, rows: lines }: Grid, columns: RowMapping): ReadRows {
  const places = rowPlaces(columns, headings);
  const [rows, unread]: [FileRow[], UnreadRow[]] = [[], []];
  for (const line of lines) {
    if (line.cells.every((cell) => cell === null || cell.text.trim() === "")) continue;
    const read = readRow(line, places);
    if ("reasons" in read) unread.push(read);
    else rows.push(read);
  }
  return { rows, unread };
}

function readRow(line: GridRow, places: ReadonlyMap<RowColumn, number | null>): FileRow | UnreadRow {
  const cells = cellReader(line, places, "tieOut.reasons.cell_empty");
  const amount = cells.money(cells.usable("amount"), "amount");
  const row = {
    row: line.row,
    decision: cells.text("decision", LONGEST),
    allocation: cells.text("allocation", LONGEST),
    // Words about a payment may be longer than is kept of a cell; that is no reason to refuse it.
    reference: cells.usable("reference")?.text.trim() ?? "",
    municipality: cells.text("municipality", LONGEST),
    area: cells.text("area", LONGEST),
    date: cells.day("date"),
    year: readYear(cells),
    amount: amount ?? cents(0n),
  };
  // A line of totals says an amount and nothing else.
  if (SAYS_WHICH.every((column) => row[column] === "") && cells.reasons.length === 0)
    cells.say("decision", "tieOut.reasons.about_nothing");
  return cells.reasons.length > 0 ? { row: line.row, reasons: cells.reasons } : row;
}

function readYear(cells: CellReader<RowColumn>): number | null {
  const given = cells.usable("year");
  if (given === null) return null;
  const [, year] = /^((?:19|20)\d{2})(?:\.0+)?$/.exec(given.text.trim()) ?? [];
  if (year === undefined) cells.say("year", "tieOut.reasons.year_unreadable");
  return year === undefined ? null : Number(year);
}
