import type { ReportRule } from "../finding";
import { hasCorrection } from "../report-line";

/** S1: costs count when they were made between the first and the last day of the tranche. */
export const withinWindow: ReportRule = ({ lines, period, known }) => {
  const { from, to } = known?.eligible ?? { from: null, to: null };
  const before = from !== null && period.endsOn < from;
  const after = to !== null && period.startsOn > to;
  if (!before && !after) return [];
  return lines
    .filter((line) => (line.spent ?? 0n) !== 0n || hasCorrection(line))
    .map(({ key }) => ({
      code: "S1",
      problem: before ? "before" : "after",
      severity: "block",
      line: key,
      field: `spent.${key}`,
      facts: { day: { date: (before ? from : to) ?? "" } },
    }));
};
