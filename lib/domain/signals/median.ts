/** A part of a whole, exact. */
export interface Ratio {
  readonly part: bigint;
  readonly whole: bigint;
}

export const compareRatios = (a: Ratio, b: Ratio): number => {
  const [left, right] = [a.part * b.whole, b.part * a.whole];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The middle one of them; of an even number the lower of the two in the middle, so that it is one that really occurs. */
export function medianOf(ratios: readonly Ratio[]): Ratio | null {
  const sorted = [...ratios].sort(compareRatios);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** More than twice, or less than half of another. */
export function farFrom(one: Ratio, other: Ratio): "far_above" | "far_below" | null {
  if (compareRatios(one, { part: other.part * 2n, whole: other.whole }) > 0) return "far_above";
  return compareRatios({ part: one.part * 2n, whole: one.whole }, other) < 0 ? "far_below" : null;
}

/** Whole per cents, cut off. */
export const percent = ({ part, whole }: Ratio): number => (whole === 0n ? 0 : Number((part * 100n) / whole));
