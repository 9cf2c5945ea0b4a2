/** A period to report on. Dates are calendar dates (yyyy-mm-dd). */
export interface ReportPeriod {
  readonly year: number;
  /** Number of the period within its year, and how many the year has. */
  readonly period: number;
  readonly periods: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opensOn: string;
  readonly dueOn: string;
  /** The last period of the tranche: after it nothing is forecast. */
  readonly final: boolean;
}

/** Whether this is the tranche's last period; unknown last year means that more follows. */
export function isFinal(
  { year, period, periods }: Pick<ReportPeriod, "year" | "period" | "periods">,
  lastYear: number | null,
): boolean {
  return lastYear !== null && year >= lastYear && period === periods;
}
