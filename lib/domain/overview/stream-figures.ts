import { type Cents, cents } from "../money";

/** What is counted per year; a ceiling and what is free under it are of the stream, the others of a municipality too. */
export const STREAM_MEASURES = ["allocated", "advanced", "spent"] as const;
export type StreamMeasure = (typeof STREAM_MEASURES)[number];
export type YearMeasure = StreamMeasure | "ceiling" | "free";

/** The balance of one kind of account per tranche, municipality and year, as of the two dates. */
export interface StreamFigure {
  readonly measure: YearMeasure;
  readonly trancheId: string;
  readonly municipalityId: string | null;
  /** Null where the amount runs over years. */
  readonly year: number | null;
  readonly amount: Cents;
}

/** How a report stood on the two dates. A report that nobody needs is not in the list. */
export type ReportStanding = "accepted" | "reviewed" | "late" | "due" | "not_due";

export interface StreamReport {
  readonly trancheId: string;
  readonly municipalityId: string;
  readonly reportId: string | null;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly dueOn: string;
  readonly standing: ReportStanding;
  /** What the report expects after its period; null when it was not accepted on these dates, or is silent. */
  readonly forecast: Cents | null;
}

/** Exact sum; null when there is nothing to add up: absent is not zero. */
export function sumOf(figures: readonly StreamFigure[], measure: YearMeasure): Cents | null {
  const own = figures.filter((figure) => figure.measure === measure);
  return own.length === 0 ? null : cents(own.reduce((all, { amount }) => all + amount, 0n));
}

/** Every year that has a figure or a report, in order; last of all the amounts that run over years, when there are any. */
export function yearsIn(
  figures: readonly StreamFigure[],
  reports: readonly Pick<StreamReport, "year">[],
): (number | null)[] {
  const years = new Set([...figures, ...reports].flatMap(({ year }) => (year === null ? [] : [year])));
  const running = figures.some(({ year }) => year === null);
  return [...[...years].sort((a, b) => a - b), ...(running ? [null] : [])];
}
