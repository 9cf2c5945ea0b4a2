import { checkReport } from "@/lib/domain/reports/check-report";
import { isFinal, type ReportPeriod } from "@/lib/domain/reports/period";
import { reportContent } from "@/lib/domain/reports/report-content";
import type { ReportHeader, WholeReport } from "@/lib/domain/reports/report-file";
import { isoDate } from "../dates";
import { readEvidence } from "../evidence/read-evidence";
import { contentHash } from "../hash";
import type { Tx } from "../transaction";
import { readEarlierPeriods } from "./earlier-periods";
import { readLines } from "./report-lines";
import { readResults } from "./report-results";

export function periodOf(header: ReportHeader): ReportPeriod {
  return {
    year: header.year,
    period: header.period,
    periods: header.periods,
    startsOn: isoDate(header.startsOn),
    endsOn: isoDate(header.endsOn),
    opensOn: isoDate(header.opensOn),
    dueOn: isoDate(header.dueOn),
    final: isFinal(header, header.trancheLastYear),
  };
}

/** Everything about one report, with what the rules say about it today. */
export async function readWholeReport(
  tx: Tx,
  header: ReportHeader,
  today: string,
  stage: "submit" | "review",
): Promise<WholeReport> {
  const lines = await readLines(tx, header);
  const results = await readResults(tx, header.id);
  const earlier = await readEarlierPeriods(tx, header);
  const period = periodOf(header);
  const evidence = await readEvidence(tx, header);
  const content = reportContent({
    lines: lines.map((line) => ({
      areaId: line.areaId,
      themeId: line.themeId,
      spentCents: line.spent,
      correctionCents: line.correction,
      correctionNote: line.correctionNote,
      forecastCents: line.forecast,
      explanation: line.explanation,
    })),
    results,
  });
  const findings = checkReport({ period, today, stage, earlier, lines, results, evidence });
  return { header, period, earlier, lines, results, evidence, findings, content, hash: contentHash(content) };
}

/** What was on the screen: the declaration itself, and the ledger's figures that stood beside it. */
export function screenOf({ content, lines }: WholeReport) {
  return {
    declared: content,
    shown: lines.map(({ areaId, themeId, allocated, previous }) => ({
      areaId,
      themeId,
      allocated,
      previous,
    })),
  };
}
