import { type Cents, cents } from "../money";

/** The last accepted spend of the same area and theme in an earlier period: what a correction points at. */
export interface EarlierSpend {
  readonly seq: bigint;
  readonly year: number;
  readonly effectiveOn: string;
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
  readonly explanation: string | null;
  readonly corrects: EarlierSpend | null;
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
