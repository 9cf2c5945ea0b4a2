import { type Cents, cents } from "../../money";
import type { Finding, ReportRule } from "../finding";
import { placeOf } from "../known";
import { cumulative } from "../report-line";

/**
 * How far spend up to a year is ahead of what was allocated up to that year; null when it is not. Above the whole
 * allocation is S6, which blocks; saying it twice helps nobody.
 */
export const spentAhead = (spent: bigint, allocatedToDate: bigint, allocated: bigint): Cents | null =>
  spent <= allocatedToDate || spent > allocated ? null : cents(spent - allocatedToDate);

/** X8: what is spent per area and theme up to a year stays within what was allocated up to that year. */
export const withinYear: ReportRule = ({ lines, period, known }) =>
  known === undefined
    ? []
    : lines.flatMap((line): Finding[] => {
        const spent = cumulative(line);
        const allocated = known.allocatedToDate.get(placeOf(line)) ?? 0n;
        const over = spent === null ? null : spentAhead(spent, allocated, line.allocated);
        if (over === null) return [];
        const facts = {
          year: String(period.year),
          over: { cents: over },
          allocated: { cents: cents(allocated) },
        };
        return [{ code: "X8", problem: "ahead", severity: "inform", line: line.key, facts }];
      });
