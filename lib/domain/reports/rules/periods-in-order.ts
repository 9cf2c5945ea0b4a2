import type { EarlierPeriod, ReportRule } from "../finding";

const reported = ({ status }: EarlierPeriod) =>
  status === "submitted" || status === "signed" || status === "accepted";
const accepted = ({ status }: EarlierPeriod) => status === "accepted";

/** S8: cumulative(T) stands on cumulative(T-1). Periods are submitted in order, and accepted in order. */
export const periodsInOrder: ReportRule = ({ earlier, stage }) =>
  earlier
    .filter((one) => !(stage === "submit" ? reported(one) : accepted(one)))
    .map(({ year, period, periods, status }) => ({
      code: "S8",
      problem: stage === "review" ? "notAccepted" : status === "returned" ? "givenBack" : "notReported",
      severity: "block",
      facts: { year: String(year), period: String(period), periods: String(periods) },
    }));
