import type { YearAmount } from "../ledger/facts";
import { type Cents, cents } from "../money";
import type { Move } from "./movement";

/** What a regulation says about money that is not spent in its year (doorschuiven). */
export interface CarryOverRule {
  /** The largest part of a year's amount that may go on, in whole percents; null when the regulation names none. */
  readonly sharePercent: number | null;
  readonly nextYearOnly: boolean;
  /** The last year that may receive; null when the regulation names none. */
  readonly lastYear: number | null;
  readonly legalSource: string;
}

/** The most that may leave a year, in cents: the share, rounded down, because half a cent too much is too much. */
export const mostCarriedOver = (amount: Cents, { sharePercent }: CarryOverRule): Cents =>
  cents(sharePercent === null ? amount : (amount * BigInt(sharePercent)) / 100n);

/** The last year that money of this year may reach; null when the regulation names none. */
export function lastYearFor(fromYear: number, { nextYearOnly, lastYear }: CarryOverRule): number | null {
  if (!nextYearOnly) return lastYear;
  return lastYear === null ? fromYear + 1 : Math.min(fromYear + 1, lastYear);
}

/** Per year what these moves take, with what left it earlier. */
export function carriedWith(
  moves: readonly Move[],
  earlier: ReadonlyMap<number, bigint>,
): ReadonlyMap<number, bigint> {
  const totals = new Map<number, bigint>();
  for (const { fromYear, amount } of moves)
    totals.set(fromYear, (totals.get(fromYear) ?? earlier.get(fromYear) ?? 0n) + amount);
  return totals;
}

/**
 * What a change of years takes to later ones, whatever it was called: what one year has less, as far as a later year has it
 * more, each time out of the nearest earlier year. What only grows, or only shrinks, is not carried over.
 */
export function carriedWithin(changes: readonly YearAmount[]): Move[] {
  const left: { readonly year: number; amount: bigint }[] = [];
  const moves: Move[] = [];
  for (const { year, amount } of changes.toSorted((a, b) => a.year - b.year)) {
    if (amount < 0n) left.push({ year, amount: -amount });
    let more: bigint = amount;
    for (let from = left.at(-1); more > 0n && from !== undefined; from = left.at(-1)) {
      const part = more < from.amount ? more : from.amount;
      moves.push({ fromYear: from.year, toYear: year, amount: cents(part) });
      more -= part;
      from.amount -= part;
      if (from.amount === 0n) left.pop();
    }
  }
  return moves;
}
