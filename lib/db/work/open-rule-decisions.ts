import { isReportRule } from "@/lib/domain/rules/report-rules";
import type { OpenRuleDecisions, OpenStage, OpenWaiver } from "@/lib/domain/work";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";

type Row<T> = Omit<T, "rule" | "from" | "expiresOn"> & { readonly code: string; readonly day: Date };

/** Stages of rules that wait for a second person, and waivers that do in the reader's own streams; the oldest first. */
export async function openRuleDecisions(
  tx: Tx,
  programmeId: string,
  { personId, today }: { readonly personId: string | null; readonly today: string },
): Promise<OpenRuleDecisions> {
  const stages = await tx.$queryRaw<Row<OpenStage>[]>`
    SELECT s.id::text, s.rule_code AS code, s.stage::text, s.valid_from AS day, p.name AS proposer,
           s.proposed_by = ${personId}::uuid AS own
      FROM rule_stage s LEFT JOIN rule_stage_decision d ON d.stage_id = s.id JOIN person p ON p.id = s.proposed_by
     WHERE s.programme_id = ${programmeId}::uuid AND d.stage_id IS NULL ORDER BY s.id`;
  const waivers = await tx.$queryRaw<Row<OpenWaiver>[]>`
    SELECT w.id::text, w.rule_code AS code, s.short_name AS stream, m.preferred_name AS municipality, w.expires_on AS day,
           p.name AS requester, w.requested_by = ${personId}::uuid AS own
      FROM rule_waiver w LEFT JOIN rule_waiver_decision d ON d.waiver_id = w.id
      JOIN stream s ON s.id = w.stream_id JOIN organisation m ON m.id = w.municipality_id JOIN person p ON p.id = w.requested_by
     WHERE w.programme_id = ${programmeId}::uuid AND d.waiver_id IS NULL AND w.expires_on >= ${today}::date
       AND security.owns_stream(w.stream_id) ORDER BY w.id`;
  return {
    stages: stages.flatMap(({ code, day, ...row }) =>
      isReportRule(code) ? [{ ...row, rule: code, from: isoDate(day) }] : [],
    ),
    waivers: waivers.flatMap(({ code, day, ...row }) =>
      isReportRule(code) ? [{ ...row, rule: code, expiresOn: isoDate(day) }] : [],
    ),
  };
}
