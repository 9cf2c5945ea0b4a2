import { sum } from "../../money";
import { groupBy } from "../../reconciliation/positions";
import type { ProgrammeFacts } from "../facts";
import { NOWHERE } from "../finding";
import { type Judged, judgeEach } from "../judged";
import { decidedTotal } from "./stream-total";

/** D4: what a reallocation takes away is what it gives: together its lines are nothing. */
export function reallocationAddsNothing({ awards }: ProgrammeFacts): Judged {
  const moved = groupBy(awards, ({ batch }) => batch?.id ?? null);
  return judgeEach([...moved.values()], "no_reallocations", (own) => {
    const [first] = own;
    const total = sum(own.map(decidedTotal));
    if (first?.batch == null || total === 0n) return "passed";
    const at = { kind: "batch", id: first.batch.id } as const;
    return {
      thing: first.batch.number.toLowerCase(),
      problem: "adds",
      about: { name: first.batch.number, at },
      place: { ...NOWHERE, streamId: first.streamId },
      unit: "cents",
      source: { value: total, origin: "decisions", at },
      target: { value: 0n, origin: "expected", at: null },
      facts: { count: String(own.length) },
    };
  });
}
