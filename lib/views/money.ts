import type { Cents } from "@/lib/domain/money";
import { decimalMark, grouped, MINUS, NBSP } from "./digits";
import type { Locale } from "./locale";

/** An amount cut where the eye cuts it: the cents are printed in a quieter ink. */
export type AmountParts = { readonly whole: string; readonly cents: string };

const parts = (value: bigint) => {
  const size = value < 0n ? -value : value;
  return {
    sign: value < 0n ? MINUS : "",
    euros: size / 100n,
    rest: (size % 100n).toString().padStart(2, "0"),
  };
};

/** For a column whose head names the unit: "−55.000" and ",00". */
export function amountParts(value: Cents, locale: Locale): AmountParts {
  const { sign, euros, rest } = parts(value);
  return { whole: sign + grouped(euros, locale), cents: decimalMark(locale) + rest };
}

/** "1.234,56": the amount without its unit. */
export function amount(value: Cents, locale: Locale): string {
  const { whole, cents } = amountParts(value, locale);
  return whole + cents;
}

/** "€ 1.234,56" and "€ −55.000,00"; in English "€1,234.56" and "−€55,000.00". */
export function euro(value: Cents, locale: Locale): string {
  const { sign, euros, rest } = parts(value);
  const figure = grouped(euros, locale) + decimalMark(locale) + rest;
  return locale === "nl" ? `€${NBSP}${sign}${figure}` : `${sign}€${figure}`;
}

/** For exports and the API: "-1234567.89", the same in every language and time zone. */
export function plainEuros(value: Cents): string {
  const { sign, euros, rest } = parts(value);
  return `${sign === "" ? "" : "-"}${euros}.${rest}`;
}

/** What stands in an entry field: Dutch notation in both languages, because that is what the parser reads. */
export function typedEuros(value: Cents): string {
  const { sign, euros, rest } = parts(value);
  return `${sign === "" ? "" : "-"}${grouped(euros, "nl")},${rest}`;
}

const scaled = (value: bigint, zeros: number, locale: Locale, atLeast = 0) => {
  const unit = 10n ** BigInt(zeros);
  const size = value < 0n ? -value : value;
  const digits = (size % unit).toString().padStart(zeros, "0");
  const fraction = digits.replace(/0+$/, "").padEnd(atLeast, "0");
  const whole = (value < 0n ? MINUS : "") + grouped(size / unit, locale);
  return fraction === "" ? whole : whole + decimalMark(locale) + fraction;
};

/**
 * In millions, with every decimal the source has and none it has not: "1.076", "43,8". A column of amounts that are
 * exact anyway may ask for at least so many decimals, so that its digits line up.
 */
export function millions(value: Cents, locale: Locale, atLeast = 0): string {
  return scaled(value, 8, locale, atLeast);
}

const withUnit = (figure: string, unit: { nl: string; en: string }, locale: Locale) => {
  if (locale === "nl") return `€${NBSP}${figure}${NBSP}${unit.nl}`;
  return figure.startsWith(MINUS) ? `${MINUS}€${figure.slice(1)}${unit.en}` : `€${figure}${unit.en}`;
};

/** "€ 1.076 mln"; in English "€1,076m". */
export function euroMillions(value: Cents, locale: Locale): string {
  return withUnit(millions(value, locale), { nl: "mln", en: "m" }, locale);
}

/** "€ 1,1 mld"; in English "€1.1bn". */
export function euroBillions(value: Cents, locale: Locale): string {
  return withUnit(scaled(value, 11, locale), { nl: "mld", en: "bn" }, locale);
}

/** A part of a whole to one decimal, half away from zero; null when there is no whole to be a part of. */
export function percentage(part: bigint, whole: bigint, locale: Locale): string | null {
  if (whole === 0n) return null;
  const negative = part < 0n !== whole < 0n && part !== 0n;
  const size = (value: bigint) => (value < 0n ? -value : value);
  const tenths = (size(part) * 2000n + size(whole)) / (2n * size(whole));
  const figure = grouped(tenths / 10n, locale) + decimalMark(locale) + (tenths % 10n).toString();
  return `${negative && tenths > 0n ? MINUS : ""}${figure}%`;
}
