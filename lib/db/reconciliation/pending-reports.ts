import type { EntryKind } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { LateCorrection, PendingReport } from "@/lib/domain/reconciliation/reported";
import type { Tx } from "../transaction";

/**
 * What reports on periods up to the valid-on date said that had been handed in and were not accepted at the known-at instant,
 * area by area: what their history kept when they were last handed in, whatever became of them later.
 */
export async function pendingReports(
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<PendingReport[]> {
  const rows = await tx.$queryRaw<(Omit<PendingReport, "amount"> & { amount: bigint })[]>`
    SELECT r.id::text AS "reportId", r.number, r.municipality_id::text AS "municipalityId", w.tranche_id::text AS "trancheId",
      w.code AS "windowCode", l.line->>'areaId' AS "areaId", CASE last.action WHEN 'returned' THEN 'returned' ELSE 'in_review' END AS standing,
      sum(coalesce((l.line->>'spentCents')::bigint, 0) + coalesce((l.line->>'correctionCents')::bigint, 0))::bigint AS amount
      FROM reporting_window w JOIN report r ON r.window_id = w.id
     CROSS JOIN LATERAL (
       SELECT v.action FROM report_event v WHERE v.report_id = r.id AND v.municipality_id = r.municipality_id
          AND v.at <= ${knownAt}::timestamptz AND v.action IN ('submitted', 'signed', 'returned', 'accepted')
        ORDER BY v.at DESC, v.id DESC LIMIT 1) last
     CROSS JOIN LATERAL (
       SELECT v.content FROM report_event v WHERE v.report_id = r.id AND v.municipality_id = r.municipality_id
          AND v.at <= ${knownAt}::timestamptz AND v.action = 'submitted'
        ORDER BY v.at DESC, v.id DESC LIMIT 1) said
     CROSS JOIN LATERAL jsonb_array_elements(said.content->'declared'->'lines') l(line)
     WHERE w.programme_id = ${programmeId}::uuid AND w.ends_on <= ${validOn}::date AND last.action <> 'accepted'
     GROUP BY r.id, r.number, r.municipality_id, w.tranche_id, w.code, w.ends_on, l.line->>'areaId', last.action
     ORDER BY w.ends_on, r.number`;
  return rows.map((row) => ({ ...row, amount: cents(row.amount) }));
}

/** Corrections of periods up to the valid-on date that were accepted with reports on later ones. */
export async function lateCorrections(
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<LateCorrection[]> {
  const rows = await tx.$queryRaw<
    (Omit<LateCorrection, "amount" | "kind"> & { kind: EntryKind; amount: bigint })[]
  >`
    SELECT e.seq, e.kind::text AS kind, to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn", a.tranche_id::text AS "trancheId",
      a.municipality_id::text AS "municipalityId", a.area_id::text AS "areaId", sum(p.amount_cents)::bigint AS amount
      FROM reporting_window w JOIN report r ON r.window_id = w.id
      JOIN entry e ON e.report_id = r.id AND e.programme_id = w.programme_id
      JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id AND a.kind = 'spent'
     WHERE w.programme_id = ${programmeId}::uuid AND w.ends_on > ${validOn}::date
       AND EXISTS (SELECT 1 FROM report_line l WHERE l.report_id = r.id AND l.correction_cents <> 0)
       AND e.kind = 'spend_corrected' AND e.effective_on <= ${validOn}::date AND e.recorded_at <= ${knownAt}::timestamptz
     GROUP BY e.seq, e.kind, e.effective_on, a.tranche_id, a.municipality_id, a.area_id ORDER BY e.seq`;
  return rows.map((row) => ({ ...row, amount: cents(row.amount) }));
}
