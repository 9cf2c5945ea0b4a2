import type { ProgrammeFacts } from "../facts";
import { NOWHERE } from "../finding";
import { type Judged, judgeEach } from "../judged";
import { aboutAllocation, placeOfSpot, spotNames } from "../spots";

/**
 * X20: an amended budget takes the place of the original and is never added to it: an allocation and a ceiling have one entry
 * that sets them, and every later one changes that.
 */
export function amendedReplaces({ names, register, originals }: ProgrammeFacts): Judged {
  const allocations = register
    .filter(({ posted }) => posted !== null)
    .map((one) => ({ is: "allocation", one }) as const);
  const ceilings = originals.map((one) => ({ is: "ceiling", one }) as const);
  return judgeEach([...ceilings, ...allocations], "no_decisions", (thing) => {
    const count = thing.is === "allocation" ? thing.one.originals : thing.one.ceilings;
    if (count === 1) return "passed";
    const figures = {
      unit: "count",
      source: { value: BigInt(count), origin: "entries", at: null },
      target: { value: 1n, origin: "expected", at: null },
    } as const;
    if (thing.is === "allocation") {
      const about = aboutAllocation(thing.one);
      return {
        ...figures,
        thing: thing.one.number.toLowerCase(),
        problem: "allocation",
        about,
        place: placeOfSpot(names, thing.one),
        source: { ...figures.source, at: about.at },
        facts: spotNames(names, thing.one).facts,
      };
    }
    const tranche = names.tranches.get(thing.one.trancheId);
    const stream = names.streams.get(tranche?.streamId ?? "");
    const at = { kind: "tree", id: `${stream?.code}.${tranche?.code}` } as const;
    return {
      ...figures,
      thing: `${stream?.code}~${tranche?.code}`,
      problem: "ceiling",
      about: { name: `${stream?.name ?? ""}, ${tranche?.name ?? ""}`, at },
      place: { ...NOWHERE, streamId: tranche?.streamId ?? null },
      source: { ...figures.source, at },
      facts: {},
    };
  });
}
