import { cents } from "../../money";
import type { ReportRule } from "../finding";
import { placeOf, type SpentBefore } from "../known";

/** Places where money was spent, that are not settled and are reported no more. */
export const reportedNoMore = <T extends Pick<SpentBefore, "place" | "spent" | "settled">>(
  before: readonly T[],
  reported: ReadonlySet<string>,
): T[] => before.filter(({ place, spent, settled }) => spent !== 0n && !settled && !reported.has(place));

/** X14: a place with accepted spend keeps being reported until it is settled. */
export const stillReporting: ReportRule = ({ lines, known }) => {
  if (known === undefined) return [];
  const gone = reportedNoMore(known.spentBefore, new Set(lines.map(placeOf)));
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
