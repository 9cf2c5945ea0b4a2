import { type Cents, cents } from "../money";
import { cumulative, forecastOf, leftOver, type ReportLine } from "./report-line";

/** A sum that knows how many of its parts are missing. With a part missing it is not a total. */
export interface PartialSum {
  readonly value: Cents;
  readonly missing: number;
}

export interface ReportTotals {
  readonly allocated: Cents;
  readonly previous: Cents;
  readonly spent: PartialSum;
  readonly correction: Cents;
  readonly cumulative: PartialSum;
  readonly forecast: PartialSum;
  readonly left: PartialSum;
}

function partialSum(values: readonly (Cents | null)[]): PartialSum {
  const known = values.filter((value) => value !== null);
  return {
    value: cents(known.reduce((total, value) => total + value, 0n)),
    missing: values.length - known.length,
  };
}

export function reportTotals(lines: readonly ReportLine[], final: boolean): ReportTotals {
  return {
    allocated: partialSum(lines.map(({ allocated }) => allocated)).value,
    previous: partialSum(lines.map(({ previous }) => previous)).value,
    spent: partialSum(lines.map(({ spent }) => spent)),
    correction: partialSum(lines.map(({ correction }) => correction)).value,
    cumulative: partialSum(lines.map(cumulative)),
    forecast: partialSum(lines.map((line) => forecastOf(line, final))),
    left: partialSum(lines.map((line) => leftOver(line, final))),
  };
}

/** Lines on which this period is filled in. */
export const filledLines = (lines: readonly { readonly spent: Cents | null }[]): number =>
  lines.filter(({ spent }) => spent !== null).length;

/** Reported, and reported nothing: a zero that somebody wrote down. */
export function isReportedZero(
  lines: readonly { readonly spent: Cents | null; readonly correction: Cents | null }[],
): boolean {
  return (
    lines.length > 0 && lines.every(({ spent, correction }) => spent === 0n && (correction ?? 0n) === 0n)
  );
}
