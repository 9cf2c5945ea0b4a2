import type { Validation } from "@/lib/domain/cross-checks/facts";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { Tx } from "../transaction";

/**
 * How often the rules ran over each report that had been accepted by then, and how often since the last change before that: of
 * a rule's stage, a waiver for the municipality, the evidence that is asked or the period. The run that an acceptance makes is of
 * its transaction and counts.
 */
export const readValidations = (
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<Validation[]> =>
  tx.$queryRaw`
    SELECT r.id::text, r.number, w.stream_id::text AS "streamId", r.municipality_id::text AS "municipalityId", w.year,
      ran.runs, ran.since, to_char(changed.at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS "changedOn"
      FROM reporting_window w JOIN report r ON r.window_id = w.id AND r.status = 'accepted'
     CROSS JOIN LATERAL (SELECT v.at FROM report_event v WHERE v.report_id = r.id AND v.municipality_id = r.municipality_id
        AND v.action = 'accepted' AND v.at <= ${knownAt}::timestamptz ORDER BY v.at DESC LIMIT 1) accepted
     CROSS JOIN LATERAL (SELECT max(x.at) AS at FROM (
        SELECT greatest(d.decided_at, s.valid_from::timestamp AT TIME ZONE 'Europe/Amsterdam') AS at
          FROM rule_stage s JOIN rule_stage_decision d ON d.stage_id = s.id AND d.agreed WHERE s.programme_id = w.programme_id
        UNION ALL SELECT d.decided_at FROM rule_waiver v JOIN rule_waiver_decision d ON d.waiver_id = v.id AND d.granted
         WHERE v.stream_id = w.stream_id AND v.municipality_id = r.municipality_id
        UNION ALL SELECT e.entered_at FROM evidence_requirement e WHERE e.stream_id = w.stream_id
        UNION ALL SELECT c.changed_at FROM window_change c WHERE c.window_id = w.id) x WHERE x.at <= accepted.at) changed
     CROSS JOIN LATERAL (SELECT count(*)::int AS runs, (count(*) FILTER (WHERE u.at >= changed.at))::int AS since FROM rule_run u
        WHERE u.report_id = r.id AND u.municipality_id = r.municipality_id AND u.at <= accepted.at) ran
     WHERE w.programme_id = ${programmeId}::uuid AND w.ends_on <= ${validOn}::date
     ORDER BY r.number`;
