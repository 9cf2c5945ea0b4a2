import { sum } from "../../money";
import type { ProgrammeFacts } from "../facts";
import { type Judged, judgeEach } from "../judged";

/** D2: the years of an approved decision are together the amount that it names. */
export function yearsMakeTheAward({ awards }: ProgrammeFacts): Judged {
  const named = awards.filter(({ decided }) => decided !== null);
  return judgeEach(named, "no_decisions", (one) => {
    const total = sum(one.years.map(({ amount }) => amount));
    if (total === one.decided) return "passed";
    const at = { kind: "proposal", id: one.id } as const;
    return {
      thing: one.number.toLowerCase(),
      problem: "differs",
      about: { name: one.number, at },
      place: {
        streamId: one.streamId,
        municipalityId: one.municipalityId,
        areaId: one.areaId,
        year: null,
      },
      unit: "cents",
      source: { value: total, origin: "decision_years", at },
      target: { value: one.decided, origin: "decisions", at },
      facts: {},
    };
  });
}
