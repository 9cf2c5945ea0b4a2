import { groupBy } from "../../reconciliation/positions";
import type { AcceptedReport, ProgrammeFacts } from "../facts";
import { plain } from "../finding";
import { type Judged, judgeEach } from "../judged";

const periodOf = ({ trancheId, municipalityId, year, period, periods }: AcceptedReport) =>
  `${trancheId}/${municipalityId}/${year}/${period}/${periods}`;

/** X17: a municipality has one accepted report about a tranche and period. */
export function oneReportPerPeriod({ names, reports }: ProgrammeFacts): Judged {
  return judgeEach([...groupBy(reports, periodOf).values()], "no_reports", (own) => {
    const [first, ...others] = own;
    if (first === undefined || others.length === 0) return "passed";
    const { streamId, municipalityId, year, period } = first;
    return {
      thing: plain(first.number),
      problem: "twice",
      about: {
        name: names.municipalities.get(municipalityId)?.name ?? "",
        at: { kind: "report", id: first.id },
      },
      place: { streamId, municipalityId, areaId: null, year },
      unit: "count",
      source: {
        value: BigInt(own.length),
        origin: "report",
        at: { kind: "report", id: others[0]?.id ?? first.id },
      },
      target: { value: 1n, origin: "expected", at: null },
      facts: {
        numbers: own.map(({ number }) => number).join(", "),
        period: `${year}/${period}`,
      },
    };
  });
}
