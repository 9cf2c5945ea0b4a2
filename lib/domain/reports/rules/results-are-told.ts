import type { ReportRule } from "../finding";

/** S16: results on the indicators of the scheme, and only those; a result that is not known yet says why. */
export const resultsAreTold: ReportRule = ({ results }) =>
  results
    .filter(({ value, note }) => value === null && (note ?? "").trim() === "")
    .map(({ key }) => ({
      code: "S16",
      problem: "resultEmpty",
      severity: "block",
      result: key,
      field: `result.${key}`,
      facts: {},
    }));
