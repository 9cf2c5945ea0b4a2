import { cents } from "../../money";
import type { Finding, ReportRule } from "../finding";
import { placeOf } from "../known";
import { cumulative } from "../report-line";

/** X8: what is spent per area and theme up to a year stays within what was allocated up to that year. */
export const withinYear: ReportRule = ({ lines, period, known }) =>
  known === undefined
    ? []
    : lines.flatMap((line): Finding[] => {
        const spent = cumulative(line);
        const allocated = known.allocatedToDate.get(placeOf(line)) ?? 0n;
        // Above the whole allocation is S6, which blocks; saying it twice helps nobody.
        if (spent === null || spent <= allocated || spent > line.allocated) return [];
        const facts = {
          year: String(period.year),
          over: { cents: cents(spent - allocated) },
          allocated: { cents: cents(allocated) },
        };
        return [{ code: "X8", problem: "ahead", severity: "inform", line: line.key, facts }];
      });
