import { readDate } from "../calendar-day";
import { amountReason, readTypedAmount } from "../entry/read-row";
import { readSheetAmount, readSheetDay } from "../entry/sheet-number";
import type { SheetCell } from "../entry/sheet-row";
import type { Cents } from "../money";
import type { GridRow } from "../own-ledger/grid";
import type { BlockingReason } from "../refusal";

/** A line that cannot be read, with everything that is wrong with it. */
export interface UnreadRow {
  readonly row: number;
  readonly reasons: readonly BlockingReason[];
}

/** Reads the cells of one line by the columns of its mapping, and keeps every reason why one cannot be read. */
export interface CellReader<C extends string> {
  readonly reasons: readonly BlockingReason[];
  /** A reason of whoever reads. */
  readonly say: (field: C, code: string) => void;
  /** The cell as it is, whatever stands in it; null when nothing does. */
  readonly cell: (column: C) => SheetCell | null;
  /** The same, and a reason when it is a formula or an error. */
  readonly usable: (column: C) => SheetCell | null;
  readonly text: (column: C, longest: number, needed?: boolean) => string;
  /** yyyy-mm-dd; null when it is empty or is said to be no date. */
  readonly day: (column: C, needed?: boolean) => string | null;
  readonly money: (cell: SheetCell | null, field: C) => Cents | null;
}

/** @param emptyCell the reason that a needed cell is empty */
export function cellReader<C extends string>(
  { cells }: GridRow,
  places: ReadonlyMap<C, number | null>,
  emptyCell: string,
): CellReader<C> {
  const reasons: BlockingReason[] = [];
  const said = (field: C) => reasons.some((reason) => reason.field === field);
  const say = (field: C, code: string, facts?: BlockingReason["facts"]) =>
    reasons.push({ code, field, ...(facts && { facts }) });
  const empty = (field: C) => {
    if (!said(field)) say(field, emptyCell);
    return null;
  };
  const cell = (column: C): SheetCell | null => {
    const found = cells[places.get(column) ?? -1] ?? null;
    return found === null || found.text.trim() === "" ? null : found;
  };
  const usable = (column: C): SheetCell | null => {
    const found = cell(column);
    if (found === null || (found.is !== "formula" && found.is !== "error")) return found;
    say(column, `entry.reasons.cell_${found.is}`, { given: found.text });
    return null;
  };
  return {
    reasons,
    say: (field, code) => say(field, code),
    cell,
    usable,
    text: (column, longest, needed = false) => {
      const given = usable(column)?.text.trim() ?? "";
      if (given === "" && needed) empty(column);
      if (given.length > longest)
        say(column, "entry.reasons.text_too_long", { length: String(given.length), most: String(longest) });
      return given;
    },
    day: (column, needed = false) => {
      const found = usable(column);
      if (found === null) return needed ? empty(column) : null;
      const day = found.is === "number" ? readSheetDay(found.text) : readDate(found.text);
      if (day === null) say(column, "entry.reasons.date_unreadable", { given: found.text });
      return day;
    },
    money: (found, field) => {
      if (found === null) return empty(field);
      const read = found.is === "number" ? readSheetAmount(found.text) : readTypedAmount(found.text);
      if (read.ok) return read.value;
      reasons.push({ ...amountReason(found.text, read), field });
      return null;
    },
  };
}
