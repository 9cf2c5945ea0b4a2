import { cents } from "../../money";
import type { ProgrammeFacts } from "../facts";
import { NOWHERE, plain } from "../finding";
import { type Judged, judgeEach } from "../judged";

/** D10: norm times units stands beside the published figure; what lies between them is said, and nobody is held up by it. */
export function normBesideClaim({ norms }: ProgrammeFacts): Judged {
  return judgeEach(norms, "no_norm", ({ code, name, streamId, units, unitAmount, amount }) => {
    if (amount === null) return "no_norm";
    const norm = cents(units * unitAmount);
    if (norm === amount) return "passed";
    const at = { kind: "claim", id: code } as const;
    return {
      thing: plain(code),
      problem: "differs",
      about: { name, at },
      place: { ...NOWHERE, streamId },
      unit: "cents",
      source: { value: norm, origin: "norm", at },
      target: { value: amount, origin: "claim", at },
      facts: { units: String(units), unit: { cents: unitAmount } },
    };
  });
}
