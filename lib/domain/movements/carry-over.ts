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
