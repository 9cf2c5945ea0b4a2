import type { ScanState } from "@/lib/domain/evidence/evidence-document";
import { recordAudit } from "../audit";
import { asSystem } from "../transaction";

/** What the scanner is asked about. */
export interface ToScan {
  readonly id: string;
  readonly uploadId: string;
  readonly municipalityId: string;
  readonly objectKey: string | null;
}

/** Documents without a verdict: those that wait, and with a scanner at hand also those that came while there was none. */
export const documentsToScan = (of: {
  readonly reportId?: string;
  readonly unscannedToo: boolean;
}): Promise<ToScan[]> =>
  asSystem(
    (tx) => tx.$queryRaw<ToScan[]>`
      SELECT d.id::text, d.upload_id::text AS "uploadId", d.municipality_id::text AS "municipalityId", d.object_key AS "objectKey"
        FROM evidence_document d
       WHERE (${of.reportId ?? null}::uuid IS NULL OR d.report_id = ${of.reportId ?? null}::uuid)
         AND NOT EXISTS (SELECT 1 FROM evidence_scan s WHERE s.document_id = d.id
                          AND (s.outcome <> 'unscanned' OR NOT ${of.unscannedToo}))
       ORDER BY d.added_at, d.id`,
  );

/** Nobody but the system writes a verdict, so no person can declare a document clean. */
export const recordScan = (
  document: Pick<ToScan, "id" | "municipalityId">,
  scan: { readonly outcome: Exclude<ScanState, "waiting">; readonly finding: string | null },
): Promise<void> =>
  asSystem(async (tx) => {
    await tx.evidenceScan.createMany({
      data: [{ documentId: document.id, municipalityId: document.municipalityId, ...scan }],
    });
    await recordAudit(
      tx,
      { personId: null, name: "system", scope: "system", roles: [], organisationIds: [] },
      {
        action: `evidence.${scan.outcome}`,
        municipalityId: document.municipalityId,
        subjectKind: "evidence",
        subjectId: document.id,
        facts: scan.finding === null ? {} : { finding: scan.finding },
      },
    );
  });
