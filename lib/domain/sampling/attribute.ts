import { hypergeometricAtMost } from "./discrete";
import { chance, dividedUp, MOST_ITEMS, WHOLE_SHARE } from "./shares";

export interface AttributeAsked {
  readonly items: number;
  /** In hundredths of a percent. */
  readonly confidence: number;
  readonly tolerable: number;
  readonly expected: number;
}

export interface AttributePlan {
  readonly size: number;
  /** So many deviations in the sample still support the conclusion. */
  readonly allowed: number;
}

/** A hair, so that a last bit does not decide whether a chance is at most the risk. */
const HAIR = 1e-12;

const shareOf = (items: number, share: number) =>
  Number(dividedUp(BigInt(items) * BigInt(share), BigInt(WHOLE_SHARE)));

/**
 * The smallest sample in which the expected share of deviations, rounded up to whole ones, would still be too few for a
 * population that deviates as much as is tolerable. `all` when only the whole population will do; null when it would be
 * more than anybody examines.
 */
export function attributePlan(asked: AttributeAsked): AttributePlan | "all" | null {
  const { items, confidence, tolerable, expected } = asked;
  const population = { items, deviations: shareOf(items, tolerable) };
  const risk = 1 - chance(confidence) + HAIR;
  for (let size = 1; size < items; size++) {
    if (size > MOST_ITEMS) return null;
    const allowed = shareOf(size, expected);
    if (hypergeometricAtMost(allowed, size, population) <= risk) return { size, allowed };
  }
  return "all";
}

/** The most deviations that the population can have while so few are found with more than the accepted risk. */
export function upperDeviations({
  items,
  size,
  found,
  confidence,
}: {
  readonly items: number;
  readonly size: number;
  readonly found: number;
  readonly confidence: number;
}): number {
  const risk = 1 - chance(confidence) + HAIR;
  let [possible, impossible] = [found, items - size + found + 1];
  while (impossible - possible > 1) {
    const deviations = Math.floor((possible + impossible) / 2);
    if (hypergeometricAtMost(found, size, { items, deviations }) > risk) possible = deviations;
    else impossible = deviations;
  }
  return possible;
}
