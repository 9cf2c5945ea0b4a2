import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { lockReport } from "@/lib/db/reports/report-header";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { requireOpen } from "@/lib/domain/reports/report-status";

/**
 * Takes a document out of what supports the report. It stays, with the reason. @throws NotFound, Refusal `not_open`
 */
export async function withdrawEvidence(
  { actor }: Grant<"report:fill">,
  input: {
    readonly idempotencyKey: string;
    readonly report: string;
    readonly document: string;
    readonly reason: string;
  },
): Promise<void> {
  const { idempotencyKey: key, ...asked } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "evidence.withdraw", input: asked }, async () => {
      const header = await lockReport(tx, asked.report);
      const document = await tx.evidenceDocument.findFirst({
        where: { id: asked.document, reportId: asked.report },
        include: { withdrawal: true },
      });
      if (header === null || document === null) throw new NotFound(asked.document);
      requireOpen(header.status, "save");
      if (document.withdrawal !== null) throw new Refusal("not_open");
      await tx.evidenceWithdrawal.create({
        data: {
          documentId: document.id,
          municipalityId: document.municipalityId,
          reason: asked.reason,
          withdrawnBy: actor.personId ?? "",
        },
        select: { documentId: true },
      });
      await recordAudit(tx, actor, {
        action: "evidence.withdrawn",
        programmeId: header.programmeId,
        municipalityId: document.municipalityId,
        subjectKind: "evidence",
        subjectId: document.id,
        facts: { reportId: header.id, fileName: document.fileName, reason: asked.reason },
      });
      return {};
    }),
  );
}
