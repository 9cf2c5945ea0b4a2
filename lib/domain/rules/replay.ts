import type { Cents } from "../money";
import { cents } from "../money";
import { findingsOf } from "../reports/check-report";
import type { ReportToCheck } from "../reports/finding";
import { REPORT_CHECKS } from "../reports/report-checks";
import type { ReportRuleCode } from "./report-rules";

/** A report of a past period as the municipality handed it in, with what was known about it. */
export interface PastReport {
  readonly id: string;
  readonly number: string;
  readonly streamName: string;
  readonly trancheName: string;
  readonly municipalityName: string;
  readonly report: ReportToCheck;
}

/** What a rule would have said in one period about one municipality. */
export interface ReplayRow {
  readonly reportId: string;
  readonly number: string;
  readonly streamName: string;
  readonly trancheName: string;
  readonly municipalityName: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly findings: number;
  /** How many of the report's lines it is about; all of them when it is about the report as a whole. */
  readonly lines: number;
  /** Spend and corrections on those lines. */
  readonly amount: Cents;
}

export interface Replay {
  /** Only reports with a finding. */
  readonly rows: readonly ReplayRow[];
  /** All that were looked at. */
  readonly reports: number;
  readonly hit: number;
  readonly findings: number;
  readonly amount: Cents;
  readonly municipalities: number;
}

/** Runs one rule over past reports, as if it had held then. Nobody is told, nothing is kept. */
export function replay(code: ReportRuleCode, past: readonly PastReport[]): Replay {
  const checks = REPORT_CHECKS.filter((one) => one.code === code);
  const rows = past.flatMap(({ report, id, ...named }): ReplayRow[] => {
    const findings = checks.flatMap((rule) => findingsOf(rule, report));
    if (findings.length === 0) return [];
    const whole = findings.some(({ line }) => line === undefined);
    const about = new Set(findings.map(({ line }) => line));
    const lines = report.lines.filter(({ key }) => whole || about.has(key));
    const amount = lines.reduce((all, { spent, correction }) => all + (spent ?? 0n) + (correction ?? 0n), 0n);
    const { year, period, periods } = report.period;
    return [
      {
        ...named,
        reportId: id,
        year,
        period,
        periods,
        findings: findings.length,
        lines: lines.length,
        amount: cents(amount),
      },
    ];
  });
  return {
    rows,
    reports: past.length,
    hit: rows.length,
    findings: rows.reduce((all, one) => all + one.findings, 0),
    amount: cents(rows.reduce((all, one) => all + one.amount, 0n)),
    municipalities: new Set(rows.map(({ municipalityName }) => municipalityName)).size,
  };
}
