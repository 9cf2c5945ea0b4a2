import { lowerGamma, rootOf } from "./gamma";
import { chance } from "./shares";

/**
 * A factor in ten-thousandths, rounded up: 2,9958 is 29958n. All money is calculated with this figure, which is the one on
 * the screen, so that nobody needs our arithmetic to check a sum.
 */
export type Factor = bigint;

export const FACTOR_ONE = 10_000n;

/** A billionth is left out of the rounding, so that a last bit that differs between machines makes no other factor. */
const asFactor = (value: number): Factor => BigInt(Math.ceil(value * 10_000 - 1e-5));

/** No factor of a sample that anybody draws comes near it. */
const FAR = 10_000;

/** The expected number at which so many errors or fewer would be a rarity of one minus the confidence; exact. */
export const poissonLimit = (confidence: number, errors: number): number =>
  rootOf((expected) => lowerGamma(errors + 1, expected) - chance(confidence), 0, FAR);

/** The confidence factor for so many errors: 3,00 for none at 95 %, 4,75 for one. */
export const confidenceFactor = (confidence: number, errors: number): Factor =>
  asFactor(poissonLimit(confidence, errors));

/**
 * The factor to plan with when some error is expected: the tolerable error in steps of the interval, such that a sample in
 * which exactly the expected error is found still supports the conclusion. `expected` and `tolerable` are in the same unit.
 * Null when the expected error comes so near the tolerable one that no sample of use would do.
 */
export function planningFactor(confidence: number, expected: bigint, tolerable: bigint): Factor | null {
  if (expected >= tolerable) return null;
  const ratio = Number((expected * 1_000_000_000n) / tolerable) / 1e9;
  const support = (factor: number) => lowerGamma(1 + factor * ratio, factor) - chance(confidence);
  const most = 1_000;
  return support(most) < 0 ? null : asFactor(rootOf(support, 0, most));
}
