import type { ProgrammeFacts } from "../facts";
import { type Judged, judgeEach } from "../judged";

/**
 * X16: a report is accepted on rules as they stood then: after a rule, a waiver, a period or what evidence is asked changed, they
 * ran over it again.
 */
export function validatedSinceChange({ names, validations }: ProgrammeFacts): Judged {
  return judgeEach(
    validations,
    "no_reports",
    ({ id, number, streamId, municipalityId, year, runs, since, changedOn }) => {
      if (runs === 0) return "no_rule_run";
      if (changedOn === null || since > 0) return "passed";
      const at = { kind: "report", id } as const;
      return {
        thing: number.toLowerCase(),
        problem: "before_change",
        about: {
          name: `${names.streams.get(streamId)?.name ?? ""}, ${names.municipalities.get(municipalityId)?.name ?? ""}`,
          at,
        },
        place: { streamId, municipalityId, areaId: null, year },
        unit: "count",
        source: { value: BigInt(since), origin: "rule_runs", at },
        target: { value: 1n, origin: "expected", at: null },
        facts: { report: number, changedOn: { date: changedOn }, runs: String(runs) },
      };
    },
  );
}
