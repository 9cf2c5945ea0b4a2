import type { Finding, ReportRule } from "../finding";
import { hasCorrection } from "../report-line";

/** S5: money that came back is a correction with a note; other amounts are not negative. */
export const negativeAmounts: ReportRule = ({ lines }) =>
  lines.flatMap((line) => {
    const { key } = line;
    const found: Finding[] = [];
    const block = (problem: string, field: string) =>
      found.push({ code: "S5", problem, severity: "block", line: key, field: `${field}.${key}`, facts: {} });
    if ((line.spent ?? 0n) < 0n) block("spentNegative", "spent");
    if ((line.forecast ?? 0n) < 0n) block("forecastNegative", "forecast");
    for (const { year, amount } of line.years) if ((amount ?? 0n) < 0n) block("yearNegative", `year.${year}`);
    for (const { position, spent } of line.projects)
      if ((spent ?? 0n) < 0n) block("projectNegative", `projectSpent.${position}`);
    if ((line.own ?? 0n) < 0n) block("ownNegative", "own");
    if (hasCorrection(line) && (line.correctionNote ?? "").trim() === "") block("noteMissing", "note");
    return found;
  });
