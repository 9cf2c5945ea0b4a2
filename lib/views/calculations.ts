import type { Calculation } from "@/lib/domain/claims/calculation";
import { type Cents, cents } from "@/lib/domain/money";
import { valueText } from "./claims";
import { NBSP } from "./digits";
import type { Locale } from "./locale";
import { amountParts, euro, euroMillions, millions } from "./money";

/** In what a column or a sum of amounts is printed. */
export type Unit = "euro" | "millions";

const MILLION = 10n ** 8n;
const TEN_THOUSAND = 10n ** 6n;
const size = (value: bigint) => (value < 0n ? -value : value);

/** Millions where nothing is lost by it and all of them are that large; else euros. */
export function unitFor(amounts: readonly bigint[]): Unit {
  const large = amounts.filter((one) => one !== 0n);
  const fits = large.every((one) => one % TEN_THOUSAND === 0n && size(one) >= MILLION);
  return fits && large.length > 0 ? "millions" : "euro";
}

/** An amount in a column whose head names the unit. */
export const inUnit = (amount: Cents, unit: Unit, locale: Locale): string => {
  if (unit === "millions") return millions(amount, locale);
  const { whole, cents: rest } = amountParts(amount, locale);
  return whole + rest;
};

/** An amount by itself: "€ 1,2 mln", "€ 1.500" or "€ 6.458,73". */
export function shortEuro(amount: Cents, locale: Locale): string {
  if (unitFor([amount]) === "millions") return euroMillions(amount, locale);
  const text = euro(amount, locale);
  return amount % 100n === 0n ? text.slice(0, -3) : text;
}

/** "€ 1.076, 1.103 of 1.106 mln": amounts between which nobody chose, with their unit once. */
export function eitherOf(amounts: readonly bigint[], or: string, locale: Locale): string {
  const shared = locale === "nl" && amounts.length > 1 && unitFor(amounts) === "millions";
  const texts = amounts.map((one, index) => {
    if (!shared) return shortEuro(cents(one), locale);
    const figure = millions(cents(one), locale);
    if (index === 0) return `€${NBSP}${figure}`;
    return index === amounts.length - 1 ? `${figure}${NBSP}mln` : figure;
  });
  const last = texts.pop() ?? "";
  return texts.length === 0 ? last : `${texts.join(", ")} ${or} ${last}`;
}

const SIGNS = { sum: " + ", difference: " − ", product: " × ", quotient: " ÷ " } as const;
/** Which operations need no brackets inside which, on the left and anywhere else. */
const BARE: Readonly<
  Record<keyof typeof SIGNS, { readonly first: readonly string[]; readonly rest: readonly string[] }>
> = {
  sum: { first: ["sum", "difference", "product"], rest: ["sum", "product"] },
  difference: { first: ["sum", "difference", "product"], rest: ["product"] },
  product: { first: ["product"], rest: ["product"] },
  quotient: { first: ["product"], rest: [] },
};

/**
 * How a figure comes about: "5 × 3 + 15 × 1", with claims as their amounts. Where several amounts all lose
 * nothing by it they are in millions, and then it says so.
 */
export function calculationText(calculation: Calculation, locale: Locale): string {
  const money = moneyIn(calculation);
  const unit = money.length > 1 ? unitFor(money) : "euro";
  const text = written(calculation, unit, locale);
  return unit === "millions" ? `${text} (× ${euroMillions(cents(MILLION), locale)})` : text;
}

function moneyIn(calculation: Calculation): bigint[] {
  if ("parts" in calculation) return calculation.parts.flatMap(moneyIn);
  const { value } = calculation;
  return value.unit === "money" ? [value.denominator === 1n ? value.numerator : 1n] : [];
}

function written(calculation: Calculation, unit: Unit, locale: Locale): string {
  if (!("parts" in calculation)) return leaf(calculation, unit, locale);
  const { op, parts } = calculation;
  return parts
    .map((part, index) => {
      const text = written(part, unit, locale);
      const bare = !("parts" in part) || BARE[op][index === 0 ? "first" : "rest"].includes(part.op);
      return bare ? text : `(${text})`;
    })
    .join(SIGNS[op]);
}

function leaf(calculation: Calculation, unit: Unit, locale: Locale): string {
  const { value } = calculation;
  if (value.unit !== "money" || value.denominator !== 1n) return valueText(value, locale).text;
  const amount = cents(value.numerator);
  return unit === "millions" ? millions(amount, locale) : shortEuro(amount, locale);
}
