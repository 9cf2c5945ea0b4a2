import type { Claim, ClaimPrecision } from "@/lib/domain/claims/claim";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { exactCents, nearestCents, roundedTo, type Value } from "@/lib/domain/claims/value";
import { type Cents, cents } from "@/lib/domain/money";
import { shortDate } from "./dates";
import type { Locale } from "./locale";
import { type AmountParts, amountParts, euro, euroBillions, euroMillions, millions } from "./money";
import { placeText } from "./place-words";

const BILLION = 10n ** 11n;
const TEN_THOUSAND = 10n ** 6n;

/** A published amount in the precision of its source: "€ 1,1 mld", "€ 43,8 mln", "€ 1.635.394,25". */
export function publishedFigure(amount: Cents, exact: boolean, locale: Locale): string {
  const size = amount < 0n ? -amount : amount;
  if (exact || size % TEN_THOUSAND !== 0n || size < TEN_THOUSAND) return euro(amount, locale);
  return size >= BILLION && size % (BILLION / 10n) === 0n
    ? euroBillions(amount, locale)
    : euroMillions(amount, locale);
}

const QUALIFIERS: Readonly<Record<Locale, Partial<Record<ClaimPrecision, string>>>> = {
  nl: { circa: "zo’n", more_than: "ruim", almost: "bijna" },
  en: { circa: "about", more_than: "over", almost: "almost" },
};

/** The source's own reserve in a word: "zo’n"; undefined where it makes none. */
export const qualifier = ({ precision }: Pick<Claim, "precision">, locale: Locale): string | undefined =>
  QUALIFIERS[locale][precision];

/** For words that stand before a figure of another size: read aloud and copied they stay two words. */
export const spaced = (words: string | undefined): string | undefined => words && `${words} `;

/** The claim's amount with its source's own reserve: "zo’n € 1,1 mld"; null when none was published. */
export function claimFigure(claim: Claim, locale: Locale): string | null {
  const value = claim.amount ?? claim.unitAmount;
  if (value === null) return null;
  const figure = publishedFigure(value, claim.precision === "exact", locale);
  return [qualifier(claim, locale), figure, perUnit(claim)].filter(Boolean).join(" ");
}

/** "per woning": what an amount is for when the source gives a price and no total. */
export const perUnit = ({ amount, unitAmount, unitName }: Claim): string | undefined =>
  amount === null && unitAmount !== null && unitName !== null ? `per ${unitName}` : undefined;

/** A claim in a column of euros: cents are empty where its source has none. */
export function claimParts(claim: Claim, locale: Locale): AmountParts | null {
  const value = claim.amount ?? claim.unitAmount;
  if (value === null) return null;
  const parts = amountParts(value, locale);
  return claim.precision === "exact" || value % 100n !== 0n ? parts : { ...parts, cents: "" };
}

/** What a claim is about, for a list or a heading. */
export function claimName(claim: Claim, book: ClaimBook, locale: Locale): string {
  const stream = book.streams.find(({ code }) => code === claim.stream);
  const tranche = stream?.tranches.find(({ code }) => code === claim.tranche)?.name;
  const recipient = claim.municipality === null ? null : claim.recipientName;
  const place = claim.place === null ? null : placeText(claim.place, locale);
  const about = claim.project ?? recipient ?? place ?? claim.recipientName;
  const source = book.sources.find(({ code }) => code === claim.source)?.title;
  const name = [stream?.shortName, tranche, about].filter(Boolean).join(", ") || (source ?? claim.code);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** "Folder 2022–2023, noot 1". */
export function sourceName(claim: Claim, book: ClaimBook, locale: Locale): string {
  const title = book.sources.find(({ code }) => code === claim.source)?.title ?? claim.source;
  return claim.place === null ? title : `${title}, ${placeText(claim.place, locale)}`;
}

/** The day of publication, or as much of it as is known; null when nothing is. */
export function publishedWhen(
  claim: Pick<Claim, "publishedOn" | "publishedText">,
  locale: Locale,
): string | null {
  return claim.publishedOn === null ? claim.publishedText : shortDate(claim.publishedOn, locale);
}

/** An exact fraction as people read it, and whether it was rounded for that. */
export function valueText(value: Value, locale: Locale): { text: string; rounded: boolean } {
  const whole = value.denominator === 1n;
  if (value.unit === "money") {
    const exact = exactCents(value);
    return { text: euro(exact ?? nearestCents(value), locale), rounded: exact === null };
  }
  // Counts and shares borrow the grouping of amounts in millions, which shows whole figures without cents.
  if (value.unit === "count")
    return { text: millions(cents(roundedTo(value, 0) * 10n ** 8n), locale), rounded: !whole };
  const percent = roundedTo({ ...value, numerator: value.numerator * 100n }, 1);
  return { text: `${millions(cents(percent * 10n ** 7n), locale)}%`, rounded: false };
}
