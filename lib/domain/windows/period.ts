/** How a year is divided: the number of periods in it. */
export const PERIODS_OF = { year: 1, half: 2, quarter: 4 } as const;
export type PeriodKind = keyof typeof PERIODS_OF;
export const PERIOD_KINDS = Object.keys(PERIODS_OF) as PeriodKind[];

export interface PeriodChoice {
  readonly year: number;
  readonly kind: PeriodKind;
  /** From 1. */
  readonly period: number;
}

/** First and last day of a period, as yyyy-mm-dd. */
export function periodDays({ year, kind, period }: PeriodChoice): { startsOn: string; endsOn: string } {
  const months = 12 / PERIODS_OF[kind];
  const day = (month: number, ofMonth: number) =>
    new Date(Date.UTC(year, month, ofMonth)).toISOString().slice(0, 10);
  // Day 0 of the month after is the last day of the month, in a leap year too.
  return { startsOn: day((period - 1) * months, 1), endsOn: day(period * months, 0) };
}

/** "OW-2-2026", or "OW-2-2026-3" for a part of a year. */
export function windowCode(stream: string, tranche: string, { year, kind, period }: PeriodChoice): string {
  return [stream, tranche, year, ...(kind === "year" ? [] : [period])].join("-");
}

export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
