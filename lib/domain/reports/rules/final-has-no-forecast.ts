import type { ReportRule } from "../finding";

/** S7: after the last period of a tranche nothing is forecast any more. */
export const finalHasNoForecast: ReportRule = ({ lines, period }) =>
  lines
    .filter(({ forecast }) => period.final && forecast !== null && forecast !== 0n)
    .map(({ key }) => ({
      code: "S7",
      problem: "forecastAfterEnd",
      severity: "block",
      line: key,
      field: `forecast.${key}`,
      facts: {},
    }));
