import { cents } from "../../money";
import type { Finding, ReportRule } from "../finding";
import { leftOver, overCorrects } from "../report-line";

/** More than one tenth left asks for an explanation: 10 x left > allocated, in whole cents. */
const LEFT_TENTHS = 10n;

/** S6: spend and forecast together stay within the allocation; what stays far below it is explained. */
export const withinAllocation: ReportRule = ({ lines, period }) =>
  lines.flatMap((line): Finding[] => {
    const { key, allocated } = line;
    const left = leftOver(line, period.final);
    if (left === null) return [];
    const found = { code: "S6", line: key } as const;
    if (left < 0n) {
      const field = (line.forecast ?? 0n) > 0n ? `forecast.${key}` : `spent.${key}`;
      return [
        { ...found, problem: "over", severity: "block", field, facts: { over: { cents: cents(-left) } } },
      ];
    }
    // What is left over because of a correction that cannot be, is asked once the correction can (S14).
    if (left * LEFT_TENTHS <= allocated || overCorrects(line)) return [];
    const answered = (line.explanation ?? "").trim() !== "";
    const facts = { left: { cents: left }, share: { part: left, whole: allocated } };
    return [
      { ...found, problem: "under", severity: "question", answered, field: `explanation.${key}`, facts },
    ];
  });
