import { cents } from "../../money";
import type { ReportRule } from "../finding";
import { placeOf } from "../known";

/** X14: a place with accepted spend keeps being reported until it is settled. */
export const stillReporting: ReportRule = ({ lines, known }) => {
  if (known === undefined) return [];
  const reported = new Set(lines.map(placeOf));
  const gone = known.spentBefore.filter(
    ({ place, spent, settled }) => spent !== 0n && !settled && !reported.has(place),
  );
  const [first, ...rest] = gone;
  if (first === undefined) return [];
  const { areaName: area, themeNameNl: themeNl, themeNameEn: themeEn } = first;
  const spent = cents(gone.reduce((total, one) => total + one.spent, 0n));
  return [
    {
      code: "X14",
      problem: "gone",
      severity: "question",
      facts: { area, themeNl, themeEn, more: String(rest.length), spent: { cents: spent } },
    },
  ];
};
