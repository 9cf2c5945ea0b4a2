import { NO_EVIDENCE, type ReportEvidence } from "@/lib/domain/evidence/coverage";
import { type EvidenceDocument, scanState } from "@/lib/domain/evidence/evidence-document";
import type { EvidenceKind } from "@/lib/domain/evidence/evidence-kind";
import { requiredOn } from "@/lib/domain/evidence/requirement";
import { cents } from "@/lib/domain/money";
import type { ReportHeader } from "@/lib/domain/reports/report-file";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";

interface DocumentRow extends Omit<EvidenceDocument, "amount" | "state" | "withdrawn"> {
  readonly amount: bigint;
  readonly outcomes: readonly string[];
  readonly withdrawnReason: string | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
}

/** The documents of a report that this reader may see, in the order in which they came, and what its stream requires. */
export async function readEvidence(
  tx: Tx,
  report: Pick<ReportHeader, "id" | "streamId" | "endsOn">,
): Promise<ReportEvidence> {
  const rows = await tx.$queryRaw<DocumentRow[]>`
    SELECT d.id::text, d.area_id::text AS "areaId", d.theme_id::text AS "themeId", d.kind, d.amount_cents AS amount, d.note,
           d.file_name AS "fileName", d.media_type AS "mediaType", d.byte_size AS "byteSize", d.sha256,
           p.name AS "addedBy", d.added_at AS "addedAt", scans.outcomes, scans.finding,
           w.reason AS "withdrawnReason", q.name AS "withdrawnBy", w.withdrawn_at AS "withdrawnAt"
      FROM evidence_document d
      JOIN person p ON p.id = d.added_by
      LEFT JOIN evidence_withdrawal w ON w.document_id = d.id
      LEFT JOIN person q ON q.id = w.withdrawn_by
      CROSS JOIN LATERAL (SELECT coalesce(array_agg(s.outcome), '{}') AS outcomes, max(s.finding) AS finding
                            FROM evidence_scan s WHERE s.document_id = d.id) scans
     WHERE d.report_id = ${report.id}::uuid
     ORDER BY d.added_at, d.id`;
  const settings = await tx.evidenceRequirement.findMany({ where: { streamId: report.streamId } });
  if (rows.length + settings.length === 0) return NO_EVIDENCE;
  return {
    documents: rows.map(toDocument),
    required: requiredOn(
      settings.map(({ validFrom, kind, thresholdCents, enteredAt }) => ({
        validFrom: isoDate(validFrom),
        kind: kind as EvidenceKind | null,
        threshold: thresholdCents === null ? null : cents(thresholdCents),
        enteredAt,
      })),
      isoDate(report.endsOn),
    ),
  };
}

function toDocument(row: DocumentRow): EvidenceDocument {
  const { outcomes, withdrawnReason, withdrawnBy, withdrawnAt, ...rest } = row;
  return {
    ...rest,
    amount: cents(row.amount),
    state: scanState(outcomes),
    withdrawn:
      withdrawnReason === null || withdrawnAt === null
        ? null
        : { reason: withdrawnReason, by: withdrawnBy ?? "", at: withdrawnAt },
  };
}
