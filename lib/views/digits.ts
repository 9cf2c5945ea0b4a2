import type { Locale } from "./locale";

const MARKS = {
  nl: { group: ".", decimal: "," },
  en: { group: ",", decimal: "." },
} as const;

/** U+2212, as wide as a digit: a hyphen is read as a dash and lost in a column. */
export const MINUS = "−";
export const NBSP = "\u00a0";

export function decimalMark(locale: Locale): string {
  return MARKS[locale].decimal;
}

/** Groups the digits of a whole, non-negative number in threes. */
export function grouped(whole: bigint, locale: Locale): string {
  return whole.toString().replace(/\B(?=(\d{3})+$)/g, MARKS[locale].group);
}

/** A count of things ("7 van 8"), never of money. */
export function count(value: number | bigint, locale: Locale): string {
  const whole = BigInt(value);
  return whole < 0n ? MINUS + grouped(-whole, locale) : grouped(whole, locale);
}
