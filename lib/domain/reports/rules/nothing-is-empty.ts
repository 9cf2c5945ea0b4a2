import type { Finding, ReportRule } from "../finding";

/** S3: actuals up to the period's end, a forecast for what comes after it. Empty is not zero. */
export const nothingIsEmpty: ReportRule = ({ lines, period }) =>
  lines.flatMap(({ key, spent, forecast }) => {
    const found: Finding[] = [];
    const block = (field: "spent" | "forecast") =>
      found.push({
        code: "S3",
        problem: `${field}Empty`,
        severity: "block",
        line: key,
        field: `${field}.${key}`,
        facts: {},
      });
    if (spent === null) block("spent");
    if (forecast === null && !period.final) block("forecast");
    return found;
  });
