import { type Cents, cents } from "../money";

/** A share in hundredths of a percent: 200 is 2 %. Confidence, tolerable and expected error are kept so. */
export const WHOLE_SHARE = 10_000;

/** A share of an amount in whole cents, rounded down. */
export const partDown = (base: Cents, share: number): Cents =>
  cents((base * BigInt(share)) / BigInt(WHOLE_SHARE));

/** The same rounded up: what is expected is never taken too low. */
export const partUp = (base: Cents, share: number): Cents => {
  const exact = base * BigInt(share);
  return cents((exact + BigInt(WHOLE_SHARE - 1)) / BigInt(WHOLE_SHARE));
};

/** A share as the chance that formulas use. */
export const chance = (share: number): number => share / WHOLE_SHARE;

export const dividedUp = (amount: bigint, by: bigint): bigint => (amount + by - 1n) / by;

/** More items than this nobody examines: a plan that asks for more is a plan to change. */
export const MOST_ITEMS = 5_000;
