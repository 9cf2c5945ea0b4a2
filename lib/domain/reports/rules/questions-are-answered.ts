import type { ReportRule } from "../finding";

/** Q2: what the ministry asked is answered before the report is accepted. */
export const questionsAreAnswered: ReportRule = ({ stage, openQuestions }) =>
  stage === "review" && openQuestions > 0
    ? [{ code: "Q2", problem: "open", severity: "block", facts: { count: String(openQuestions) } }]
    : [];
