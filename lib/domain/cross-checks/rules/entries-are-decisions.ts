import { type Cents, cents } from "../../money";
import type { ProgrammeFacts } from "../facts";
import { type Judged, judgeEach } from "../judged";
import { aboutAllocation, placeOfSpot, spotNames } from "../spots";

/** X11: the entries of an allocation come to what its approved decisions say year by year; changes are signed. */
export function entriesAreDecisions({ names, register, awards }: ProgrammeFacts): Judged {
  const decided = new Map<string, Cents>();
  for (const { allocationId, years } of awards) {
    if (allocationId === null) continue;
    const own = years.reduce((all, { amount }) => all + amount, 0n);
    decided.set(allocationId, cents((decided.get(allocationId) ?? 0n) + own));
  }
  return judgeEach(register, "no_decisions", (one) => {
    const target = decided.get(one.id) ?? null;
    if (one.posted === null && target === null) return "no_decisions";
    if (one.posted === target) return "passed";
    const { facts } = spotNames(names, one);
    const at = { kind: "allocation", id: one.id } as const;
    return {
      thing: one.number.toLowerCase(),
      problem: "differs",
      about: aboutAllocation(one),
      place: placeOfSpot(names, one),
      unit: "cents",
      source: { value: one.posted, origin: "entries", at },
      target: { value: target, origin: "decision_years", at },
      facts,
    };
  });
}
