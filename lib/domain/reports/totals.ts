import { type Cents, cents } from "../money";
import { askedLines, cumulative, forecastOf, leftOver, type ReportLine } from "./report-line";

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

/** What is asked, summed: lines of an area that is exempt are in no column. */
export function reportTotals(all: readonly ReportLine[], final: boolean): ReportTotals {
  const lines = askedLines(all);
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

/** On how many of the lines that ask it this period is filled in. */
export function filledLines(all: readonly ReportLine[]): { readonly filled: number; readonly lines: number } {
  const lines = askedLines(all);
  return { filled: lines.filter(({ spent }) => spent !== null).length, lines: lines.length };
}

/** Reported, and reported nothing: a zero that somebody wrote down. */
export function isReportedZero(
  lines: readonly { readonly spent: Cents | null; readonly correction: Cents | null }[],
): boolean {
  return (
    lines.length > 0 && lines.every(({ spent, correction }) => spent === 0n && (correction ?? 0n) === 0n)
  );
}
