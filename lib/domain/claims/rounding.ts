import type { Cents } from "../money";
import type { Claim, ClaimPrecision } from "./claim";

/** Whether an amount rounds to the published words. The upper edge itself rounds up, so it is outside. */
export function inBand(amount: Cents, band: NonNullable<Claim["band"]>): boolean {
  return amount >= band.low && amount < band.high;
}

/** The last digit a published figure still says something about: 28.000.000 speaks in millions. */
export function roundingUnit(amount: Cents): bigint {
  if (amount === 0n) return 1n;
  let unit = 1n;
  while (amount % (unit * 10n) === 0n) unit *= 10n;
  return unit;
}

const LOOSE: readonly ClaimPrecision[] = ["rounded", "circa", "almost", "more_than"];

/**
 * How far the true amount may lie from a figure that its source calls rounded, in cents. "More than" and "almost"
 * leave a whole unit, the others half a unit; a figure without such a word leaves nothing.
 */
export function roundingRoom({ amount, precision }: Claim): bigint {
  if (amount === null || !LOOSE.includes(precision)) return 0n;
  const unit = roundingUnit(amount);
  return precision === "more_than" || precision === "almost" ? unit : unit / 2n;
}
