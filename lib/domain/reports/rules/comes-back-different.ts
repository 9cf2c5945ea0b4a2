import type { ReportRule } from "../finding";

/**
 * W7: a report that was given back and comes again differs from what was given back. Who stands by every figure says why,
 * and with that the report differs.
 */
export const comesBackDifferent: ReportRule = ({ known, stage }) =>
  stage === "submit" && known?.sameAsReturned === true
    ? [{ code: "W7", problem: "same", severity: "question", facts: {} }]
    : [];
