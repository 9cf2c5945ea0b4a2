import { placeOf } from "../../reports/known";
import { reportedNoMore } from "../../reports/rules/still-reporting";
import type { ProgrammeFacts } from "../facts";
import { type Judged, judgeEach } from "../judged";
import { lastReports, ownerOf } from "../last-reports";
import { figuresBySpot, isSettled, placeOfSpot, spentUntil, spotNames } from "../spots";

/** X14: a place with accepted spend is in the last accepted report, until it is settled. */
export function stillReporting({ names, positions, reports }: ProgrammeFacts): Judged {
  const last = lastReports(reports);
  const spent = [...figuresBySpot(positions).values()].filter((one) => one.spent.size > 0);
  return judgeEach(spent, "no_spend", (one) => {
    const report = last.get(ownerOf(one.spot));
    if (report === undefined) return "no_reports";
    const before = { place: placeOf(one.spot), spent: spentUntil(one), settled: isSettled(one) };
    if (reportedNoMore([before], new Set(report.lines.map(placeOf))).length === 0) return "passed";
    const { name, facts, thing } = spotNames(names, one.spot);
    const at = { kind: "report", id: report.id } as const;
    return {
      thing,
      problem: "gone",
      about: { name, at },
      place: placeOfSpot(names, one.spot),
      unit: "cents",
      source: { value: before.spent, origin: "spent", at: null },
      target: { value: null, origin: "report", at },
      facts: { ...facts, report: report.number },
    };
  });
}
