import type { ReportRule } from "../finding";

/** S2: nothing is spent in the future. A period is reported after its last day, once its window is open. */
export const periodIsOver: ReportRule = ({ period, today }) => {
  const facts = { from: { date: period.opensOn > period.endsOn ? period.opensOn : dayAfter(period.endsOn) } };
  if (today > period.endsOn && today >= period.opensOn) return [];
  return [{ code: "S2", problem: "notOver", severity: "block", facts }];
};

const dayAfter = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
