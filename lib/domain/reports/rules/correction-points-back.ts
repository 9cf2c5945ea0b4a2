import { cents } from "../../money";
import type { Finding, ReportRule } from "../finding";
import { hasCorrection } from "../report-line";

/** S4: a correction is a line of its own that points at an earlier, accepted period; that period stays as it was. */
export const correctionPointsBack: ReportRule = ({ lines, earlier }) => {
  const acceptedBefore = earlier.some(({ status }) => status === "accepted");
  return lines.filter(hasCorrection).flatMap(({ key, correction, correctable }): Finding[] => {
    const found = { code: "S4", severity: "block", line: key, field: `correction.${key}` } as const;
    if (!acceptedBefore) return [{ ...found, problem: "nothingEarlier", facts: {} }];
    if (correctable + (correction ?? 0n) >= 0n) return [];
    return [{ ...found, problem: "belowZero", facts: { most: { cents: cents(-correctable) } } }];
  });
};
