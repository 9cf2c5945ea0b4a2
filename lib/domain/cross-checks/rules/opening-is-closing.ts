import { cents } from "../../money";
import type { ProgrammeFacts } from "../facts";
import { NOWHERE } from "../finding";
import { type Judged, judgeEach } from "../judged";

/**
 * X4: what a year opens with is what the year before closed with. The opening is counted back from the balances of now, the
 * closing is added up from the first entry: two ways that only agree when nothing was lost in between.
 */
export function openingIsClosing({ names, turns }: ProgrammeFacts): Judged {
  return judgeEach(turns, "no_earlier_year", ({ streamId, kind, year, opening, closing }) => {
    if (opening === closing) return "passed";
    const stream = names.streams.get(streamId);
    const at = { kind: "tree", id: stream?.code ?? "" } as const;
    return {
      thing: `${stream?.code}~${kind}~${year}`,
      problem: "differs",
      about: { name: stream?.name ?? "", at },
      place: { ...NOWHERE, streamId, year },
      unit: "cents",
      source: { value: opening, origin: "opening", at },
      target: { value: closing, origin: "closing", at },
      facts: { year: String(year), before: String(year - 1), off: { cents: cents(opening - closing) } },
    };
  });
}
