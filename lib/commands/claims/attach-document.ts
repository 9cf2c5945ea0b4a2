import { recordAudit } from "@/lib/db/audit";
import { takesPart } from "@/lib/db/claims/takes-part";
import { sha256 } from "@/lib/db/hash";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type DocumentProblem, documentProblem, documentType } from "@/lib/domain/claims/source-document";
import { NotFound } from "@/lib/domain/refusal";

export interface AttachedFile {
  readonly programmeId: string;
  readonly claim: string;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Keeps the document that a claim was read in. The same bytes for the same source are kept once, so sending them again
 * changes nothing.
 * @throws NotFound
 */
export async function attachDocument(
  grant: Grant<"claim:register">,
  { programmeId, claim, fileName, bytes }: AttachedFile,
): Promise<DocumentProblem | null> {
  const problem = documentProblem(bytes);
  const mediaType = documentType(bytes);
  if (problem !== null || mediaType === null) return problem ?? "wrong_type";
  const { actor } = grant;
  await inContext(actor, async (tx) => {
    const row = await tx.claim.findUnique({
      where: { programmeId_code: { programmeId, code: claim } },
      select: { sourceId: true },
    });
    if (row === null || !(await takesPart(tx, programmeId, actor))) throw new NotFound("claim");
    const hash = Buffer.from(sha256(bytes)).toString("hex");
    const { count } = await tx.sourceDocument.createMany({
      data: [
        {
          sourceId: row.sourceId,
          fileName,
          mediaType,
          byteSize: bytes.length,
          sha256: hash,
          content: bytes,
          attachedBy: actor.personId ?? "",
        },
      ],
      skipDuplicates: true,
    });
    if (count > 0)
      await recordAudit(tx, actor, {
        action: "source.document_attached",
        programmeId,
        municipalityId: null,
        subjectKind: "claim",
        facts: { claim, fileName, sha256: hash, bytes: bytes.length },
      });
  });
  return null;
}
