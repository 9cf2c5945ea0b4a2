import { type Cents, cents } from "../money";

/** An exact fraction: money is in cents, a count in pieces, a share in wholes (1/2 is 50%). Never a float. */
export type Value = {
  readonly unit: "money" | "count" | "share";
  readonly numerator: bigint;
  /** Positive, and without a factor in common with the numerator. */
  readonly denominator: bigint;
};

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
const size = (value: bigint) => (value < 0n ? -value : value);

export function fraction(unit: Value["unit"], numerator: bigint, denominator = 1n): Value {
  if (denominator === 0n) throw new RangeError("divided by zero");
  const sign = denominator < 0n ? -1n : 1n;
  const common = divisor(size(numerator), size(denominator)) || 1n;
  return { unit, numerator: (sign * numerator) / common, denominator: (sign * denominator) / common };
}

/** Half away from zero, as published figures are rounded. */
export function roundedTo(value: Value, decimals: number): bigint {
  const scaled = size(value.numerator) * 10n ** BigInt(decimals);
  const rounded = (2n * scaled + value.denominator) / (2n * value.denominator);
  return value.numerator < 0n ? -rounded : rounded;
}

/** To the nearest cent; for showing, never for adding up. */
export const nearestCents = (value: Value): Cents => cents(roundedTo(value, 0));

/** The amount when the fraction is a whole number of cents; null when it is not, or is not money. */
export function exactCents(value: Value): Cents | null {
  return value.unit === "money" && value.denominator === 1n ? cents(value.numerator) : null;
}
