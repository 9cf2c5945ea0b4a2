import { type Cents, cents } from "../money";
import { type EntryRow, yearField } from "./entry-fields";
import { readTypedAmount } from "./read-row";

/** A sum of cells: null as long as one of them cannot be read, or when none was filled in. */
export interface CellSum {
  readonly total: Cents | null;
  readonly filled: number;
  readonly unreadable: number;
}

export function sumOfCells(typed: readonly (string | undefined)[]): CellSum {
  let [total, filled, unreadable] = [0n, 0, 0];
  for (const text of typed) {
    if (text === undefined || text.trim() === "") continue;
    filled += 1;
    const reading = readTypedAmount(text);
    if (reading.ok) total += reading.value;
    else unreadable += 1;
  }
  return { total: filled === 0 || unreadable > 0 ? null : cents(total), filled, unreadable };
}

export const rowSum = (row: EntryRow, years: readonly number[]): CellSum =>
  sumOfCells(years.map((year) => row[yearField(year)]));

export interface YearSum extends CellSum {
  readonly year: number;
  /** Room under the ceiling before these lines; null where there is no ceiling. */
  readonly room: Cents | null;
  /** What these lines leave of it; negative is too much. Null while it cannot be known. */
  readonly left: Cents | null;
}

/** What the lines add up to per year beside the room under the ceiling. */
export const yearSums = (
  rows: readonly EntryRow[],
  years: readonly number[],
  room: ReadonlyMap<number, Cents>,
): YearSum[] =>
  years.map((year) => {
    const cells = sumOfCells(rows.map((row) => row[yearField(year)]));
    const free = room.get(year) ?? null;
    const entered = cells.filled === 0 ? cents(0n) : cells.total;
    return {
      year,
      ...cells,
      room: free,
      left: free === null || entered === null ? null : cents(free - entered),
    };
  });
