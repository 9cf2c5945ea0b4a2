import { cents, sum } from "../../money";
import { balanceOf, groupBy } from "../../reconciliation/positions";
import type { Award, ProgrammeFacts } from "../facts";
import { NOWHERE } from "../finding";
import { type Judged, judgeEach } from "../judged";

/** What a decision comes to: the total that it names, else its years. */
export const decidedTotal = ({ decided, years }: Award) => decided ?? sum(years.map(({ amount }) => amount));

/** X1: what the decisions of a stream name as their total is what the ledger has of it by theme and year. */
export function streamTotal({ names, awards, positions }: ProgrammeFacts): Judged {
  const byStream = groupBy(awards, ({ streamId }) => streamId);
  const posted = groupBy(positions, ({ streamId }) => streamId);
  const streams = [...names.streams].filter(([id]) => byStream.has(id) || posted.has(id));
  return judgeEach(streams, "no_decisions", ([id, { code, name }]) => {
    const own = byStream.get(id) ?? [];
    const divided = (posted.get(id) ?? []).filter(({ themeId, year }) => themeId !== null && year !== null);
    const total = sum(own.map(decidedTotal));
    const parts = balanceOf(divided, "allocated");
    if (own.length === 0 && parts === 0n) return "no_decisions";
    if (total === parts) return "passed";
    return {
      thing: code,
      problem: "differs",
      about: { name, at: { kind: "stream", id: code } },
      place: { ...NOWHERE, streamId: id },
      unit: "cents",
      source: { value: total, origin: "decisions", at: { kind: "stream", id: code } },
      target: { value: parts, origin: "ledger_by_year", at: { kind: "tree", id: code } },
      facts: { count: String(own.length), off: { cents: cents(total - parts) } },
    };
  });
}
