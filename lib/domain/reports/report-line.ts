import { type Cents, cents } from "../money";

/** The last accepted spend of the same area and theme in an earlier period: what a correction points at. */
export interface EarlierSpend {
  readonly seq: bigint;
  readonly year: number;
  readonly effectiveOn: string;
}

/** A year that is still to come, and what is expected to be spent in it; null is "not said". */
export interface ForecastYear {
  readonly year: number;
  readonly amount: Cents | null;
}

/** A part of a line's spend, by project. */
export interface ProjectSpend {
  readonly name: string;
  readonly spent: Cents | null;
}

/** One area and theme: what the ledger knows about it, and what the municipality reports. */
export interface ReportLine {
  /** Codes of area and theme; names the fields of the line in forms and links. */
  readonly key: string;
  readonly areaId: string;
  readonly themeId: string;
  readonly allocated: Cents;
  /** Accepted spend of all earlier periods of the tranche. */
  readonly previous: Cents;
  readonly spent: Cents | null;
  /** Signed; null is "no correction". */
  readonly correction: Cents | null;
  readonly correctionNote: string | null;
  readonly forecast: Cents | null;
  /** The years over which the forecast can be divided, when more than one is left. */
  readonly years: readonly ForecastYear[];
  readonly projects: readonly ProjectSpend[];
  /** Out of the municipality's own means; never counted as money of the State. */
  readonly own: Cents | null;
  readonly explanation: string | null;
  /** The earlier spend that was chosen; null leaves it to the last one. */
  readonly correctsSeq: bigint | null;
  readonly corrects: EarlierSpend | null;
  /** Every earlier spend that a correction could be about, the last one first. */
  readonly earlierSpends: readonly EarlierSpend[];
  /** Accepted in the year that a correction would change; a correction cannot take more away. */
  readonly correctable: Cents;
}

/** Cumulative(T) = cumulative(T-1) + this period + correction; unknown while this period is empty. */
export function cumulative({ previous, spent, correction }: ReportLine): Cents | null {
  return spent === null ? null : cents(previous + spent + (correction ?? 0n));
}

/** After the last period nothing is forecast any more, so there it counts as nothing; elsewhere empty is unknown. */
export function forecastOf({ forecast }: ReportLine, final: boolean): Cents | null {
  return forecast ?? (final ? cents(0n) : null);
}

/** What remains of the allocation; negative when more is spent and forecast than was allocated. */
export function leftOver(line: ReportLine, final: boolean): Cents | null {
  const spent = cumulative(line);
  const forecast = forecastOf(line, final);
  return spent === null || forecast === null ? null : cents(line.allocated - spent - forecast);
}

export const hasCorrection = ({ correction }: ReportLine): boolean =>
  correction !== null && correction !== 0n;

/** The years after a period in which a tranche can still be spent; with one year or none there is nothing to divide. */
export function yearsLeft(
  { year, period, periods }: { readonly year: number; readonly period: number; readonly periods: number },
  lastYear: number | null,
): number[] {
  const first = period === periods ? year + 1 : year;
  if (lastYear === null || lastYear <= first) return [];
  return Array.from({ length: lastYear - first + 1 }, (_, index) => first + index);
}
