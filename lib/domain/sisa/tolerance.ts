import { type Cents, cents } from "../money";

export type ToleranceReading = "each" | "together" | "not_stated";

/** From a year on; shares in hundredths of a percent, so 2 % is 200. */
export interface Tolerance {
  readonly firstYear: number;
  readonly version: number;
  readonly errors: number;
  readonly uncertainties: number;
  readonly reading: ToleranceReading;
  readonly source: string;
}

/** The tolerance that holds for a year: the last one that began, in its last version. */
export function toleranceFor(all: readonly Tolerance[], year: number): Tolerance | null {
  return all
    .filter(({ firstYear }) => firstYear <= year)
    .reduce<Tolerance | null>((best, one) => {
      if (best === null || one.firstYear > best.firstYear) return one;
      return one.firstYear === best.firstYear && one.version > best.version ? one : best;
    }, null);
}

const WHOLE = 10_000n;
const above = (amount: bigint, share: number, base: bigint) =>
  amount * WHOLE > BigInt(share) * (base > 0n ? base : 0n);

/** The largest whole number of cents within a share. Only for reading: the check itself does not round. */
export const toleranceRoom = (share: number, base: Cents): Cents =>
  cents(base > 0n ? (base * BigInt(share)) / WHOLE : 0n);

export type ToleranceOutcome = "within" | "errors" | "uncertainties" | "both" | "together" | "unclear";

/** `unclear`: each stays within, their sum does not, and the source does not say which of the two counts. */
export function judge(
  tolerance: Tolerance,
  { base, errors, uncertainties }: { base: Cents; errors: Cents; uncertainties: Cents },
): ToleranceOutcome {
  const tooMany = above(errors, tolerance.errors, base);
  const tooUnsure = above(uncertainties, tolerance.uncertainties, base);
  const sum = above(errors + uncertainties, Math.max(tolerance.errors, tolerance.uncertainties), base);
  if (tolerance.reading === "together") return sum ? "together" : "within";
  if (tooMany && tooUnsure) return "both";
  if (tooMany) return "errors";
  if (tooUnsure) return "uncertainties";
  return tolerance.reading === "not_stated" && sum ? "unclear" : "within";
}
