import { notAllocated } from "../../reports/rules/line-is-allocated";
import type { ProgrammeFacts } from "../facts";
import { type Judged, judgeEach } from "../judged";
import { figuresBySpot, placeOfSpot, spentUntil, spotKey, spotNames } from "../spots";

/** X7: what was spent anywhere in the programme was allocated there: same stream, theme and area. */
export function spendIsAllocated({ names, positions }: ProgrammeFacts): Judged {
  const spots = [...figuresBySpot(positions).values()];
  const allocated = new Set(spots.filter(({ awarded }) => awarded).map(({ spot }) => spotKey(spot)));
  const spent = spots.filter((one) => one.spent.size > 0);
  const wrong = new Set(notAllocated(spent, allocated, ({ spot }) => spotKey(spot)));
  return judgeEach(spent, "no_spend", (one) => {
    if (!wrong.has(one)) return "passed";
    const { name, facts, thing } = spotNames(names, one.spot);
    return {
      thing,
      problem: "not_allocated",
      about: { name, at: null },
      place: placeOfSpot(names, one.spot),
      unit: "cents",
      source: { value: spentUntil(one), origin: "spent", at: null },
      target: { value: null, origin: "allocated", at: null },
      facts,
    };
  });
}
