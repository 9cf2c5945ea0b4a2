import { readDate } from "../calendar-day";
import { amountReason, readTypedAmount } from "../entry/read-row";
import { readSheetAmount, readSheetDay } from "../entry/sheet-number";
import type { SheetCell } from "../entry/sheet-row";
import { type Cents, cents } from "../money";
import type { BlockingReason } from "../refusal";
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

export interface UnreadRow {
  readonly row: number;
  readonly reasons: readonly BlockingReason[];
}

const LONGEST = { number: 60, line: 20, account: 60, costCentre: 60 } as const;

/** Reads one line by the columns of the mapping: a booking, or every reason why it is none. */
export function readBooking(
  { row, cells }: GridRow,
  places: ReadonlyMap<LedgerColumn, number | null>,
): Booking | UnreadRow {
  const reasons: BlockingReason[] = [];
  const cellOf = (column: LedgerColumn): SheetCell | null => {
    const cell = cells[places.get(column) ?? -1] ?? null;
    return cell === null || cell.text.trim() === "" ? null : cell;
  };
  const usable = (column: LedgerColumn): SheetCell | null => {
    const cell = cellOf(column);
    if (cell === null || (cell.is !== "formula" && cell.is !== "error")) return cell;
    reasons.push({ code: `entry.reasons.cell_${cell.is}`, field: column, facts: { given: cell.text } });
    return null;
  };
  const text = (column: keyof typeof LONGEST, needed: boolean): string => {
    const before = reasons.length;
    const given = usable(column)?.text.trim() ?? "";
    if (given === "" && needed && reasons.length === before)
      reasons.push({ code: "ownLedger.reasons.cell_empty", field: column });
    if (given.length > LONGEST[column])
      reasons.push({
        code: "entry.reasons.text_too_long",
        field: column,
        facts: { length: String(given.length), most: String(LONGEST[column]) },
      });
    return given;
  };
  const bookedOn = readDay(usable("date"), reasons);
  const amount = places.has("amount")
    ? readMoney(usable("amount"), "amount", reasons)
    : twoSided(usable("debit"), usable("credit"), reasons);
  const booking = {
    row,
    bookedOn: bookedOn ?? "",
    number: text("number", true),
    line: text("line", false),
    account: text("account", true),
    costCentre: text("costCentre", false),
    // Never read, only kept: whatever stands in it is no reason to refuse a booking.
    description: cellOf("description")?.text.replaceAll("\u0000", "").trim() ?? "",
    amount: amount ?? cents(0n),
  };
  return reasons.length > 0 ? { row, reasons } : booking;
}

function readDay(cell: SheetCell | null, reasons: BlockingReason[]): string | null {
  if (cell === null) {
    if (!reasons.some(({ field }) => field === "date"))
      reasons.push({ code: "ownLedger.reasons.cell_empty", field: "date" });
    return null;
  }
  const day = cell.is === "number" ? readSheetDay(cell.text) : readDate(cell.text);
  if (day === null)
    reasons.push({ code: "entry.reasons.date_unreadable", field: "date", facts: { given: cell.text } });
  return day;
}

function readMoney(cell: SheetCell | null, field: LedgerColumn, reasons: BlockingReason[]): Cents | null {
  if (cell === null) {
    if (!reasons.some((reason) => reason.field === field))
      reasons.push({ code: "ownLedger.reasons.cell_empty", field });
    return null;
  }
  const read = cell.is === "number" ? readSheetAmount(cell.text) : readTypedAmount(cell.text);
  if (read.ok) return read.value;
  reasons.push({ ...amountReason(cell.text, read), field });
  return null;
}

/** Debit less credit; an empty side, or a zero beside an amount, is nothing on that side. */
function twoSided(
  debit: SheetCell | null,
  credit: SheetCell | null,
  reasons: BlockingReason[],
): Cents | null {
  if (debit === null && credit === null) {
    if (!reasons.some(({ field }) => field === "debit" || field === "credit"))
      reasons.push({ code: "ownLedger.reasons.cell_empty", field: "debit" });
    return null;
  }
  const [plus, minus] = [
    debit === null ? cents(0n) : readMoney(debit, "debit", reasons),
    credit === null ? cents(0n) : readMoney(credit, "credit", reasons),
  ];
  if (plus === null || minus === null) return null;
  if (plus !== 0n && minus !== 0n) {
    reasons.push({ code: "ownLedger.reasons.both_sides", field: "debit" });
    return null;
  }
  return cents(plus - minus);
}
