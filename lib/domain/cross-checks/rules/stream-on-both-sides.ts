import { balanceOf, groupBy } from "../../reconciliation/positions";
import type { ProgrammeFacts } from "../facts";
import { NOWHERE } from "../finding";
import { type Judged, judgeEach } from "../judged";

/** X2: a stream with a ceiling has allocations, and the other way round; what is zero on both sides is no stream. */
export function streamOnBothSides({ names, positions }: ProgrammeFacts): Judged {
  const posted = groupBy(positions, ({ streamId }) => streamId);
  return judgeEach([...names.streams], "no_ledger", ([id, { code, name }]) => {
    const own = posted.get(id) ?? [];
    const [ceiling, allocated] = [balanceOf(own, "ceiling"), balanceOf(own, "allocated")];
    if (ceiling === 0n && allocated === 0n) return "no_ledger";
    if (ceiling !== 0n && allocated !== 0n) return "passed";
    const at = { kind: "tree", id: code } as const;
    return {
      thing: code,
      problem: ceiling === 0n ? "no_ceiling" : "no_allocation",
      about: { name, at: { kind: "stream", id: code } },
      place: { ...NOWHERE, streamId: id },
      unit: "cents",
      source: { value: ceiling === 0n ? null : ceiling, origin: "ceilings", at },
      target: { value: allocated === 0n ? null : allocated, origin: "allocated", at },
      facts: {},
    };
  });
}
