import { placeOf } from "../../reports/known";
import { notReported } from "../../reports/rules/decisions-are-reported";
import type { AcceptedReport, ProgrammeFacts } from "../facts";
import { type Judged, judgeEach } from "../judged";
import { lastReports, ownerOf } from "../last-reports";
import { aboutAllocation, placeOfSpot, spotNames } from "../spots";

/** X10: every live decision is in the last report that its municipality had accepted about the tranche. */
export function decisionsAreReported({ names, register, reports }: ProgrammeFacts): Judged {
  const last = lastReports(reports);
  const live = register.filter(({ posted }) => posted !== null && posted !== 0n);
  return judgeEach(live, "no_decisions", (one) => {
    const report: AcceptedReport | undefined = last.get(ownerOf(one));
    if (report === undefined) return "no_reports";
    const { due, missing } = notReported(
      [{ ...one, place: placeOf(one) }],
      report.endsOn,
      new Set(report.lines.map(placeOf)),
    );
    if (due.length === 0) return "decided_later";
    if (missing.length === 0) return "passed";
    const { facts } = spotNames(names, one);
    return {
      thing: one.number.toLowerCase(),
      problem: "not_reported",
      about: aboutAllocation(one),
      place: placeOfSpot(names, one),
      unit: "cents",
      source: { value: one.posted, origin: "register", at: { kind: "allocation", id: one.id } },
      target: { value: null, origin: "report", at: { kind: "report", id: report.id } },
      facts: { ...facts, report: report.number },
    };
  });
}
