import type { ProgrammeFacts } from "../facts";
import { type Judged, judgeEach } from "../judged";
import { aboutReport } from "../spots";

/**
 * X16: a report is accepted on rules as they stood then: after a rule, a waiver, a period or what evidence is asked changed, they
 * ran over it again.
 */
export function validatedSinceChange({ names, validations }: ProgrammeFacts): Judged {
  return judgeEach(validations, "no_reports", (one) => {
    const { id, runs, since, changedOn } = one;
    if (runs === 0) return "no_rule_run";
    if (changedOn === null || since > 0) return "passed";
    const { facts, ...about } = aboutReport(names, one);
    return {
      ...about,
      problem: "before_change",
      unit: "count",
      source: { value: BigInt(since), origin: "rule_runs", at: { kind: "report", id } },
      target: { value: 1n, origin: "expected", at: null },
      facts: { ...facts, changedOn: { date: changedOn }, runs: String(runs) },
    };
  });
}
