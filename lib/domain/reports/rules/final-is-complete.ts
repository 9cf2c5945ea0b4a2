import type { Finding, ReportRule } from "../finding";
import { leftOver } from "../report-line";
import { withinAllocation } from "./within-allocation";

/** S9: the last report of a tranche leaves nothing open: results are known, no later period has spend, and what is left is told. */
export const finalIsComplete: ReportRule = (report) => {
  const { lines, period, results, known } = report;
  if (!period.final || known === undefined) return [];
  const asked = new Set(withinAllocation(report).map(({ line }) => line));
  const { later } = known;
  return [
    ...(later === null
      ? []
      : [
          {
            code: "S9",
            problem: "laterPeriod",
            severity: "block",
            facts: { year: String(later.year), period: String(later.period), periods: String(later.periods) },
          } as const,
        ]),
    ...results
      .filter(({ value, note }) => value === null && (note ?? "").trim() !== "")
      .map(
        ({ key }): Finding => ({
          code: "S9",
          problem: "resultOpen",
          severity: "block",
          result: key,
          field: `result.${key}`,
          facts: {},
        }),
      ),
    ...lines.flatMap((line): Finding[] => {
      const left = leftOver(line, true);
      if (left === null || left <= 0n || asked.has(line.key)) return [];
      return [
        {
          code: "S9",
          problem: "left",
          severity: "question",
          line: line.key,
          facts: { left: { cents: left } },
        },
      ];
    }),
  ];
};
