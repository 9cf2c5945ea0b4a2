import { type Cents, cents } from "../money";

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
/** What a spreadsheet keeps of a number; the digits after these are noise of its arithmetic. */
const DIGITS = 15;

export type SheetAmount =
  | { readonly ok: true; readonly value: Cents }
  | { readonly ok: false; readonly problem: "decimals" | "unreadable" };

/**
 * A number of a spreadsheet file ("1234567.8900000001", "1E+6") as the amount that its cell shows, by its digits and
 * never through a float. More than two decimals is no amount: nothing is rounded away.
 */
export function readSheetAmount(text: string): SheetAmount {
  const [, sign = "", whole = "", fraction = "", power = "0"] = NUMBER.exec(text) ?? [];
  if (whole === "" || Math.abs(Number(power)) > 30) return { ok: false, problem: "unreadable" };
  const digits = (whole + fraction).replace(/^0+/, "");
  if (digits === "") return { ok: true, value: cents(0n) };
  let exponent = Number(power) - fraction.length;
  let kept = BigInt(digits);
  if (digits.length > DIGITS) {
    const cut = digits.length - DIGITS;
    const unit = 10n ** BigInt(cut);
    kept = (kept + unit / 2n) / unit;
    exponent += cut;
  }
  const shift = exponent + 2;
  if (shift < 0) {
    const unit = 10n ** BigInt(-shift);
    if (kept % unit !== 0n) return { ok: false, problem: "decimals" };
    kept /= unit;
  } else kept *= 10n ** BigInt(shift);
  return { ok: true, value: cents(sign === "-" ? -kept : kept) };
}

const DAY = 86_400_000;
const LAST_DAY = 2_958_465;

/** A day as a spreadsheet counts them, from 30 December 1899; null for a part of a day or none of the calendar. */
export function readSheetDay(text: string): string | null {
  if (!/^\d{1,7}(?:\.0+)?$/.test(text)) return null;
  const day = Number(text);
  if (day < 61 || day > LAST_DAY) return null;
  return new Date(Date.UTC(1899, 11, 30) + day * DAY).toISOString().slice(0, 10);
}

/** A day as a spreadsheet counts them, so many days later; what is no whole day stays as it is. */
export const laterDay = (text: string, days: number): string =>
  days !== 0 && /^\d{1,7}$/.test(text) ? String(BigInt(text) + BigInt(days)) : text;
