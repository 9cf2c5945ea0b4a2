import "server-only";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";

export interface ClaimDocument {
  readonly id: string;
  readonly fileName: string;
  readonly byteSize: number;
  readonly sha256: string;
  readonly attachedAt: Date;
  readonly attachedBy: string;
}

/** The documents of a claim's source, newest first, without their bytes. Row-level security leaves out who may not read them. */
export const claimDocuments = (
  grant: Grant<"claims:read">,
  programmeId: string,
  claim: string,
): Promise<ClaimDocument[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.sourceDocument.findMany({
      where: { source: { programmeId, claims: { some: { code: claim } } } },
      orderBy: [{ attachedAt: "desc" }, { id: "desc" }],
      select: {
        id: true,
        fileName: true,
        byteSize: true,
        sha256: true,
        attachedAt: true,
        person: { select: { name: true } },
      },
    });
    return rows.map(({ person, ...row }) => ({ ...row, attachedBy: person?.name ?? "" }));
  });

/** @throws NotFound */
export const documentContent = (
  grant: Grant<"export:read">,
  programmeId: string,
  claim: string,
  id: string,
): Promise<{ fileName: string; mediaType: string; content: Uint8Array<ArrayBuffer> }> =>
  inContext(grant.actor, async (tx) => {
    const found = await tx.sourceDocument.findFirst({
      where: { id, source: { programmeId, claims: { some: { code: claim } } } },
      select: { fileName: true, mediaType: true, content: true },
    });
    if (found === null) throw new NotFound("document");
    return found;
  });
