import { isFinal, type ReportPeriod } from "@/lib/domain/reports/period";
import { openQuestions } from "@/lib/domain/reports/remarks";
import { declaredLine, type ReportContent, reportContent } from "@/lib/domain/reports/report-content";
import type { NamedLine, NamedResult, ReportHeader, WholeReport } from "@/lib/domain/reports/report-file";
import { runRules } from "@/lib/domain/reports/rule-engine";
import { RESULTS_SECTION, type Section, sectionContent } from "@/lib/domain/reports/sections";
import { isoDate } from "../dates";
import { readEvidence } from "../evidence/read-evidence";
import { contentHash } from "../hash";
import { readKnownFacts } from "../rules/known-facts";
import { readExplanations, readStanding } from "../rules/standing";
import type { Tx } from "../transaction";
import { readEarlierPeriods } from "./earlier-periods";
import { readLines } from "./report-lines";
import { readRemarks } from "./report-remarks";
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
  const lines = await readLines(tx, header, today);
  const results = await readResults(tx, header.id);
  const earlier = await readEarlierPeriods(tx, header, today);
  const period = periodOf(header);
  const evidence = await readEvidence(tx, header);
  const explanations = await readExplanations(tx, header.id);
  const content = reportContent({
    lines: lines.map(declaredLine),
    results,
    explanations,
  });
  const remarks = await readRemarks(tx, header.id);
  const asked = openQuestions(remarks).length;
  const sections = sectionsOf(content, lines, results);
  const hash = contentHash(content);
  const known = await readKnownFacts(tx, header, hash);
  const standing = await readStanding(tx, header, today, explanations);
  const checked = { period, today, stage, earlier, lines, results, openQuestions: asked, evidence, known };
  const findings = runRules(checked, standing);
  return {
    header,
    period,
    earlier,
    lines,
    results,
    explanations,
    evidence,
    findings,
    known,
    standing,
    content,
    hash,
    sections,
    remarks,
  };
}

/** One section an area, and one for the results when the scheme counts any. */
function sectionsOf(
  content: ReportContent,
  lines: readonly NamedLine[],
  results: readonly NamedResult[],
): Section[] {
  const areas = new Map(lines.map(({ section, areaId, areaName }) => [section, { areaId, areaName }]));
  const hash = (key: string, areaId: string | null) => contentHash(sectionContent(content, key, areaId));
  return [
    ...[...areas].map(([key, { areaId, areaName }]) => ({ key, name: areaName, hash: hash(key, areaId) })),
    ...(results.length > 0 ? [{ key: RESULTS_SECTION, name: null, hash: hash(RESULTS_SECTION, null) }] : []),
  ];
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
