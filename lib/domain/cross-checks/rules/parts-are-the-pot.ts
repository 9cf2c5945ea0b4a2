import { cents, sum } from "../../money";
import type { ProgrammeFacts } from "../facts";
import { NOWHERE, plain } from "../finding";
import { type Judged, judgeEach } from "../judged";

/** D1: of a division that became proposals, what each got and what is left by name are together the pot, to the cent. */
export function partsAreThePot({ divisions }: ProgrammeFacts): Judged {
  return judgeEach(divisions, "no_runs", ({ runId, key, streamId, createdOn, year, pot, amounts, left }) => {
    const parts = cents(sum(amounts) + left);
    if (parts === pot) return "passed";
    const at = { kind: "run", id: runId } as const;
    return {
      thing: `${plain(key)}~${createdOn}~${runId.slice(0, 13)}~${year}`,
      problem: "differs",
      about: { name: key, at },
      place: { ...NOWHERE, streamId, year },
      unit: "cents",
      source: { value: parts, origin: "parts", at },
      target: { value: pot, origin: "pot", at },
      facts: { year: String(year), count: String(amounts.length), left: { cents: left } },
    };
  });
}
