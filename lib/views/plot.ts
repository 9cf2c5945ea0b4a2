/**
 * How far along a line a value lies, in millionths. For drawing only: it is never shown, stored or added,
 * so an amount never becomes a floating-point number.
 */
export function plotShare(value: bigint, whole: bigint): number {
  if (whole <= 0n) return 0;
  return Number((value * 1_000_000n) / whole) / 1_000_000;
}

/** Where a value lies between two ends, 0 to 1. */
export function plotPosition(value: bigint, from: bigint, to: bigint): number {
  return plotShare(value - from, to - from);
}

/** Rounds a coordinate so that drawings are small and the same on every machine. */
export function coordinate(value: number): number {
  return Math.round(value * 10) / 10;
}
