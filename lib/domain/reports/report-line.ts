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

/** As many projects as one line can be divided over. */
export const MOST_PROJECTS = 40;

/** A part of a line's spend, by project. */
export interface ProjectSpend {
  /** Stays as it is when another project of the line goes: rows of a workbook are known by it. */
  readonly position: number;
  readonly name: string;
  readonly spent: Cents | null;
}

/** Empty rows for projects that are still to be written down. */
export const FRESH_PROJECTS = 2;

/** A row to write a project on; its name is null as long as it is empty. */
export interface ProjectRow {
  readonly position: number;
  readonly name: string | null;
  readonly spent: Cents | null;
}

/** The projects of a line, then rows for new ones. */
export function projectRows(projects: readonly ProjectSpend[], fresh: number): ProjectRow[] {
  const last = Math.max(0, ...projects.map(({ position }) => position));
  const empty = Array.from({ length: Math.min(fresh, MOST_PROJECTS - last) }, (_, index) => ({
    position: last + index + 1,
    name: null,
    spent: null,
  }));
  return [...projects, ...empty];
}

/** Why an area is not asked to report in a period, and until which day. */
export interface LineExemption {
  readonly kind: "waived" | "not_applicable";
  readonly expiresOn: string;
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
  /** What a correction is about: what was chosen, and as long as nobody chose the last one. */
  readonly corrects: EarlierSpend | null;
  /** Every earlier spend that a correction could be about, the last one first. */
  readonly earlierSpends: readonly EarlierSpend[];
  /** Accepted in the year that a correction would change; a correction cannot take more away. */
  readonly correctable: Cents;
  readonly exempt: LineExemption | null;
}

/** Nothing is asked on a line of an area that is exempt, until the municipality writes something on it all the same. */
export const isExempt = (line: ReportLine): boolean => line.exempt !== null && isBlank(line);

const isBlank = ({ spent, correction, forecast, own, explanation, years, projects }: ReportLine): boolean =>
  [spent, correction, forecast, own, explanation].every((value) => value === null) &&
  projects.length === 0 &&
  years.every(({ amount }) => amount === null);

/** The lines that something is asked on. */
export const askedLines = <Line extends ReportLine>(lines: readonly Line[]): Line[] =>
  lines.filter((line) => !isExempt(line));

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

/** Whether a correction takes away more than was accepted of the year that it points at. */
export const overCorrects = ({ correction, correctable }: ReportLine): boolean =>
  correctable + (correction ?? 0n) < 0n;

/** Whether a correction could be about more than one earlier entry, so that somebody has to say which. */
export const correctsOneOf = (earlierSpends: ReportLine["earlierSpends"]): boolean =>
  earlierSpends.length > 1;

/** The years after a period in which a tranche can still be spent; with one year or none there is nothing to divide. */
export function yearsLeft(
  { year, period, periods }: { readonly year: number; readonly period: number; readonly periods: number },
  lastYear: number | null,
): number[] {
  const first = period === periods ? year + 1 : year;
  if (lastYear === null || lastYear <= first) return [];
  return Array.from({ length: lastYear - first + 1 }, (_, index) => first + index);
}
