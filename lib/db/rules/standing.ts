import type { DeclaredExplanation } from "@/lib/domain/reports/report-content";
import type { ReportHeader } from "@/lib/domain/reports/report-file";
import { explanationKey, type Standing } from "@/lib/domain/reports/rule-engine";
import { isReportRule } from "@/lib/domain/rules/report-rules";
import { type RuleStage, type StageFrom, stagesOn } from "@/lib/domain/rules/stage";
import type { Waiver } from "@/lib/domain/rules/waiver";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";

/** Every stage of the programme's rules that was agreed by then, in the order in which they were agreed. */
export async function readStages(tx: Tx, programmeId: string, knownAt = "infinity"): Promise<StageFrom[]> {
  const rows = await tx.$queryRaw<{ code: string; stage: RuleStage; from: Date }[]>`
    SELECT rule_code AS code, stage::text, holds_from AS "from" FROM rule_standing
     WHERE programme_id = ${programmeId}::uuid AND decided_at <= ${knownAt}::timestamptz ORDER BY decided_at, id`;
  return rows.flatMap(({ code, stage, from }) =>
    isReportRule(code) ? [{ code, stage, from: isoDate(from) }] : [],
  );
}

/** Granted waivers of this stream and municipality that have not expired. */
async function readWaivers(tx: Tx, report: ReportHeader, today: string): Promise<Waiver[]> {
  const rows = await tx.$queryRaw<{ id: string; code: string; areaId: string | null; expiresOn: Date }[]>`
    SELECT w.id::text, w.rule_code AS code, w.area_id::text AS "areaId", w.expires_on AS "expiresOn"
      FROM rule_waiver w JOIN rule_waiver_decision d ON d.waiver_id = w.id AND d.granted
     WHERE w.stream_id = ${report.streamId}::uuid AND w.municipality_id = ${report.municipalityId}::uuid
       AND w.expires_on >= ${today}::date`;
  return rows.flatMap(({ code, expiresOn, ...row }) =>
    isReportRule(code) ? [{ ...row, code, expiresOn: isoDate(expiresOn) }] : [],
  );
}

export async function readExplanations(tx: Tx, reportId: string): Promise<DeclaredExplanation[]> {
  const rows = await tx.reportExplanation.findMany({
    where: { reportId, text: { not: null } },
    orderBy: [{ ruleCode: "asc" }, { lineKey: "asc" }],
  });
  return rows.map(({ ruleCode, lineKey, text }) => ({ code: ruleCode, line: lineKey, text: text ?? "" }));
}

export async function readStanding(
  tx: Tx,
  report: ReportHeader,
  today: string,
  explanations: readonly DeclaredExplanation[],
): Promise<Standing> {
  return {
    stages: stagesOn(await readStages(tx, report.programmeId), today),
    waivers: await readWaivers(tx, report, today),
    explanations: new Map(explanations.map(({ code, line, text }) => [explanationKey(code, line), text])),
  };
}
