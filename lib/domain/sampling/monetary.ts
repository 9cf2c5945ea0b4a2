import { type Cents, cents } from "../money";
import { FACTOR_ONE, type Factor, planningFactor } from "./poisson";
import { dividedUp, MOST_ITEMS, partDown, partUp } from "./shares";

export interface MonetaryAsked {
  /** The positive lines of the population together. */
  readonly total: Cents;
  /** In hundredths of a percent. */
  readonly confidence: number;
  readonly tolerable: number;
  readonly expected: number;
}

export interface MonetaryPlan {
  readonly tolerable: Cents;
  readonly expected: Cents;
  readonly factor: Factor;
  /** One monetary unit is drawn out of every so many cents. */
  readonly interval: Cents;
  readonly size: number;
}

export type MonetaryProblem = "nothing" | "expected_too_high" | "too_many";

/**
 * How large a monetary unit sample has to be: the interval is the tolerable error divided by the factor, rounded down to
 * whole cents, and the size is the population divided by the interval, rounded up. Both roundings make the sample larger.
 */
export function monetaryPlan(asked: MonetaryAsked): MonetaryPlan | MonetaryProblem {
  const { total, confidence } = asked;
  const tolerable = partDown(total, asked.tolerable);
  const expected = partUp(total, asked.expected);
  if (total <= 0n || tolerable <= 0n) return "nothing";
  const factor = planningFactor(confidence, expected, tolerable);
  if (factor === null) return "expected_too_high";
  const interval = cents((tolerable * FACTOR_ONE) / factor);
  if (interval <= 0n) return "too_many";
  const size = dividedUp(total, interval);
  if (size > BigInt(MOST_ITEMS)) return "too_many";
  return { tolerable, expected, factor, interval, size: Number(size) };
}
