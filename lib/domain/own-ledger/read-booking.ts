import type { SheetCell } from "../entry/sheet-row";
import { type CellReader, cellReader, type UnreadRow } from "../grid/cell-reader";
import { type Cents, cents } from "../money";
import type { LedgerColumn } from "./columns";
import type { GridRow } from "./grid";

/** One line of the municipality's bookkeeping. */
export interface Booking {
  readonly row: number;
  readonly bookedOn: string;
  readonly number: string;
  readonly line: string;
  readonly account: string;
  readonly costCentre: string;
  readonly description: string;
  /** Debit is above zero: it is spent. */
  readonly amount: Cents;
}

/** Reads one line by the columns of the mapping: a booking, or every reason why it is none. */
export function readBooking(
  line: GridRow,
  places: ReadonlyMap<LedgerColumn, number | null>,
): Booking | UnreadRow {
  const cells = cellReader(line, places, "ownLedger.reasons.cell_empty");
  const bookedOn = cells.day("date", true);
  const amount = places.has("amount")
    ? cells.money(cells.usable("amount"), "amount")
    : twoSided(cells, cells.usable("debit"), cells.usable("credit"));
  const booking = {
    row: line.row,
    bookedOn: bookedOn ?? "",
    number: cells.text("number", 60, true),
    line: cells.text("line", 20),
    account: cells.text("account", 60, true),
    costCentre: cells.text("costCentre", 60),
    // Never read, only kept: whatever stands in it is no reason to refuse a booking.
    description: cells.cell("description")?.text.replaceAll("\u0000", "").trim() ?? "",
    amount: amount ?? cents(0n),
  };
  return cells.reasons.length > 0 ? { row: line.row, reasons: cells.reasons } : booking;
}

/** Debit less credit; an empty side, or a zero beside an amount, is nothing on that side. */
function twoSided(
  cells: CellReader<LedgerColumn>,
  debit: SheetCell | null,
  credit: SheetCell | null,
): Cents | null {
  if (debit === null && credit === null) {
    // A cell that is a formula has its own reason, and is not empty.
    if (cells.reasons.every(({ field }) => field !== "debit" && field !== "credit"))
      cells.say("debit", "ownLedger.reasons.cell_empty");
    return null;
  }
  const [plus, minus] = [
    debit === null ? cents(0n) : cells.money(debit, "debit"),
    credit === null ? cents(0n) : cells.money(credit, "credit"),
  ];
  if (plus === null || minus === null) return null;
  if (plus !== 0n && minus !== 0n) {
    cells.say("debit", "ownLedger.reasons.both_sides");
    return null;
  }
  return cents(plus - minus);
}
