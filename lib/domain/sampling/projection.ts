import { type Cents, cents, sum } from "../money";
import { differenceOf, type ExaminedItem } from "./examined";
import { confidenceFactor, FACTOR_ONE, type Factor } from "./poisson";
import { dividedUp } from "./shares";

/** What is projected: errors, uncertainties, or the two together. */
export const PROJECTED = ["errors", "uncertainties", "together"] as const;
export type Projected = (typeof PROJECTED)[number];

/** A difference that was found in a drawn item, and what it stands for in the population. */
export interface ProjectedItem {
  readonly seq: bigint;
  readonly booked: Cents;
  readonly found: Cents;
  /** The difference as a part of the booked amount, times the interval; half a cent goes up. */
  readonly projected: Cents;
  /** How much the factor rises with this difference, and what it adds beyond the projection; rounded up. */
  readonly rise: Factor;
  readonly allowance: Cents;
}

export interface Projection {
  readonly of: Projected;
  /** Known in full: items of the top stratum, and those that came along because of rule A6. */
  readonly known: Cents;
  readonly items: readonly ProjectedItem[];
  readonly projected: Cents;
  readonly mostLikely: Cents;
  /** The factor for no difference times the interval, rounded up; what could be there though nothing was found. */
  readonly basic: Cents;
  readonly basicFactor: Factor;
  readonly incremental: Cents;
  readonly upper: Cents;
}

export interface Design {
  readonly interval: Cents;
  /** In hundredths of a percent. */
  readonly confidence: number;
  /** Whether any line is below the interval; without one everything was examined, and nothing has to be projected. */
  readonly drawnFrom: boolean;
}

const amountOf = (item: ExaminedItem, of: Projected): Cents => {
  const { error, uncertain } = differenceOf(item);
  if (of === "errors") return error;
  return of === "uncertainties" ? uncertain : cents(error + uncertain);
};

const halfUp = (numerator: bigint, denominator: bigint) =>
  (2n * numerator + denominator) / (2n * denominator);

/**
 * Most likely error and upper limit of a monetary unit sample. Each drawn item's difference is projected as its share of
 * the booked amount times the interval; the allowance for sampling risk ranks the shares from large to small and adds per
 * item the rise of the Poisson factor beyond one (Stringer). Items that are known in full count for what they are.
 */
export function project(of: Projected, items: readonly ExaminedItem[], design: Design): Projection {
  const { interval, confidence, drawnFrom } = design;
  const known = sum(items.filter(({ stratum }) => stratum !== "sampled").map((item) => amountOf(item, of)));
  const ranked = items
    .filter(({ stratum }) => stratum === "sampled")
    .map((item) => ({ ...item, found: amountOf(item, of) }))
    .filter(({ found }) => found > 0n)
    .sort(largestShareFirst);
  const factors = [...ranked, null].map((_, errors) => confidenceFactor(confidence, errors));
  const [basicFactor = 0n] = factors;
  const projectedItems = ranked.map(({ seq, booked, found }, index): ProjectedItem => {
    const rise = (factors[index + 1] ?? 0n) - (factors[index] ?? 0n);
    const beyond = rise > FACTOR_ONE ? rise - FACTOR_ONE : 0n;
    return {
      seq,
      booked,
      found,
      rise,
      projected: cents(halfUp(found * interval, booked)),
      allowance: cents(dividedUp(found * interval * beyond, booked * FACTOR_ONE)),
    };
  });
  const projected = sum(projectedItems.map((item) => item.projected));
  const incremental = sum(projectedItems.map(({ allowance }) => allowance));
  const basic = cents(drawnFrom ? dividedUp(basicFactor * interval, FACTOR_ONE) : 0n);
  const mostLikely = cents(known + projected);
  const upper = cents(mostLikely + basic + incremental);
  return { of, known, items: projectedItems, projected, mostLikely, basic, basicFactor, incremental, upper };
}

interface Ranked {
  readonly seq: bigint;
  readonly booked: Cents;
  readonly found: Cents;
}

/** By share of the booked amount, compared crosswise without dividing; of equal shares the earlier line. */
function largestShareFirst(a: Ranked, b: Ranked): number {
  const [left, right] = [a.found * b.booked, b.found * a.booked];
  if (left !== right) return left > right ? -1 : 1;
  return a.seq < b.seq ? -1 : 1;
}

/** Booked too little, in whole: found in the sample, and projected in the same way without an allowance. */
export function projectUnder(
  items: readonly ExaminedItem[],
  interval: Cents,
): { found: Cents; projected: Cents } {
  const under = items.map((item) => ({ ...item, found: differenceOf(item).under }));
  return {
    found: sum(under.map(({ found }) => found)),
    projected: sum(
      under.map(({ stratum, found, booked }) =>
        stratum === "sampled" ? cents(halfUp(found * interval, booked)) : found,
      ),
    ),
  };
}
