import type { Finding, ReportRule } from "../finding";

/**
 * S23: what is still expected is said per year, as long as more than one year is left. Who cannot say it yet says why; once
 * it is said, S22 sees to it that the years make the forecast.
 */
export const forecastIsDivided: ReportRule = ({ lines }) =>
  lines.flatMap(({ key, forecast, years }): Finding[] => {
    const [first, last] = [years.at(0), years.at(-1)];
    if (first === undefined || last === undefined || forecast === null || forecast <= 0n) return [];
    if (years.some(({ amount }) => amount !== null)) return [];
    const facts = { forecast: { cents: forecast }, first: String(first.year), last: String(last.year) };
    return [{ code: "S23", problem: "notDivided", severity: "question", line: key, facts }];
  });
