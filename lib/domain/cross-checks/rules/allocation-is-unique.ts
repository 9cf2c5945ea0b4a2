import { groupBy } from "../../reconciliation/positions";
import type { ProgrammeFacts } from "../facts";
import { type Judged, judgeEach } from "../judged";
import { placeOfSpot, spotKey, spotNames } from "../spots";

/** X9: one area and theme has one live allocation in a tranche; what was withdrawn whole does not count. */
export function allocationIsUnique({ names, register }: ProgrammeFacts): Judged {
  const live = register.filter(({ posted }) => posted !== null && posted !== 0n);
  return judgeEach([...groupBy(live, spotKey).values()], "no_decisions", (own) => {
    const [first, ...others] = own;
    if (first === undefined || others.length === 0) return "passed";
    const { name, facts, thing } = spotNames(names, first);
    return {
      thing,
      problem: "twice",
      about: { name, at: { kind: "allocation", id: first.id } },
      place: placeOfSpot(names, first),
      unit: "count",
      source: {
        value: BigInt(own.length),
        origin: "register",
        at: { kind: "allocation", id: others[0]?.id ?? first.id },
      },
      target: { value: 1n, origin: "expected", at: null },
      facts: { ...facts, numbers: own.map(({ number }) => number).join(", ") },
    };
  });
}
