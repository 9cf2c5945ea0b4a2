import { type Cents, cents } from "@/lib/domain/money";
import type { ReportResult, ReportToCheck } from "@/lib/domain/reports/finding";
import type { ReportPeriod } from "@/lib/domain/reports/period";
import type { ReportLine } from "@/lib/domain/reports/report-line";

const PERIOD: ReportPeriod = {
  year: 2026,
  period: 2,
  periods: 3,
  startsOn: "2026-05-01",
  endsOn: "2026-08-31",
  opensOn: "2026-09-01",
  dueOn: "2026-11-30",
  final: false,
};

/** 1.000,00 allocated, 300,00 spent before, 200,00 now, 500,00 forecast: nothing is left and nothing is wrong. */
export function line(
  changes: Partial<
    Record<"allocated" | "previous" | "spent" | "correction" | "forecast" | "correctable", bigint | null>
  > &
    Pick<
      Partial<ReportLine>,
      | "key"
      | "explanation"
      | "correctionNote"
      | "corrects"
      | "earlierSpends"
      | "years"
      | "projects"
      | "own"
      | "exempt"
    > = {},
): ReportLine {
  const { allocated, previous, spent, correction, forecast, correctable, ...rest } = changes;
  const or = (value: bigint | null | undefined, fallback: bigint): Cents => cents(value ?? fallback);
  const orNull = (value: bigint | null | undefined, fallback: bigint | null): Cents | null => {
    const chosen = value === undefined ? fallback : value;
    return chosen === null ? null : cents(chosen);
  };
  return {
    key: "noord.school",
    areaId: "a",
    themeId: "t",
    allocated: or(allocated, 1_000_00n),
    previous: or(previous, 300_00n),
    spent: orNull(spent, 200_00n),
    correction: orNull(correction, null),
    correctionNote: null,
    forecast: orNull(forecast, 500_00n),
    years: [],
    projects: [],
    own: null,
    explanation: null,
    correctsSeq: null,
    earlierSpends: [],
    corrects: null,
    correctable: or(correctable, 300_00n),
    exempt: null,
    ...rest,
  };
}

export const told: ReportResult = { key: "bereik", indicatorId: "i", value: 12n, note: null };

export function report(
  lines: readonly ReportLine[] = [line()],
  changes: Partial<Omit<ReportToCheck, "period">> & { period?: Partial<ReportPeriod> } = {},
): ReportToCheck {
  const { period, ...rest } = changes;
  return {
    period: { ...PERIOD, ...period },
    today: "2026-11-23",
    stage: "submit",
    earlier: [{ year: 2026, period: 1, periods: 3, endsOn: "2026-04-30", status: "accepted" }],
    lines,
    results: [told],
    openQuestions: 0,
    ...rest,
  };
}
