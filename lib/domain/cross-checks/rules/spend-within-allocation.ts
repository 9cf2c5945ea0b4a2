import { cents } from "../../money";
import { spentAhead } from "../../reports/rules/within-year";
import type { ProgrammeFacts } from "../facts";
import { type Judged, judgeEach } from "../judged";
import {
  allocatedUntil,
  allocationAt,
  figuresBySpot,
  placeOfSpot,
  spentUntil,
  spotKey,
  spotNames,
} from "../spots";

/** X8: per area and theme, what is spent up to the last year of spending stays within what was allocated up to that year. */
export function spendWithinAllocation({ names, positions, register }: ProgrammeFacts): Judged {
  const allocations = allocationAt(register);
  const spent = [...figuresBySpot(positions).values()].filter((one) => one.awarded && one.spent.size > 0);
  return judgeEach(spent, "no_spend", (one) => {
    const year = Math.max(...one.spent.keys());
    const [source, target, whole] = [spentUntil(one), allocatedUntil(one, year), allocatedUntil(one)];
    const above = source > whole ? cents(source - whole) : null;
    const over = above ?? spentAhead(source, target, whole);
    if (over === null) return "passed";
    const { name, facts, thing } = spotNames(names, one.spot);
    const allocation = allocations.get(spotKey(one.spot));
    const at = allocation ? ({ kind: "allocation", id: allocation.id } as const) : null;
    return {
      thing,
      problem: above === null ? "ahead" : "above",
      about: { name, at },
      place: placeOfSpot(names, one.spot, year),
      unit: "cents",
      source: { value: source, origin: "spent", at },
      target: { value: above === null ? target : whole, origin: "allocated", at },
      facts: { ...facts, year: String(year), over: { cents: over } },
    };
  });
}
