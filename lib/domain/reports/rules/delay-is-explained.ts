import { cents } from "../../money";
import type { Finding, ReportRule } from "../finding";
import { placeOf } from "../known";
import { cumulative } from "../report-line";

/** More than one tenth of what was meant for the years so far asks why: 10 x moved > allocated, in whole cents. */
const MOVED_TENTHS = 10n;

/**
 * S15: money that was allocated for the years up to now, is not spent at the year's end and is still forecast, moves to a
 * later year. That is a delay, and a delay has a reason.
 */
export const delayIsExplained: ReportRule = ({ lines, period, known }) => {
  if (known === undefined || period.period !== period.periods || period.final) return [];
  return lines.flatMap((line): Finding[] => {
    const { key, forecast } = line;
    const spent = cumulative(line);
    const meant = known.allocatedToDate.get(placeOf(line)) ?? 0n;
    if (spent === null || forecast === null) return [];
    const behind = meant - spent;
    const moved = behind < forecast ? behind : forecast;
    if (moved <= 0n || moved * MOVED_TENTHS <= meant) return [];
    const facts = {
      moved: { cents: cents(moved) },
      share: { part: moved, whole: meant },
      year: String(period.year),
      next: String(period.year + 1),
    };
    return [{ code: "S15", problem: "moved", severity: "question", line: key, facts }];
  });
};
