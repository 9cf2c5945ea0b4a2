import "server-only";
import { createHash } from "node:crypto";
import { readContent } from "@/lib/db/evidence/content";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { isReadable, scanState } from "@/lib/domain/evidence/evidence-document";
import { NotFound } from "@/lib/domain/refusal";

export interface EvidenceContent {
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly sha256: string;
  /** Where it stands when that is not the database. */
  readonly objectKey: string | null;
  readonly pieces: AsyncIterable<Uint8Array>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws NotFound also for what is in quarantine or infected: there is nothing to be had there. */
export async function findContent(
  grant: Grant<"report:read">,
  at: { readonly programmeId: string; readonly reportId: string; readonly documentId: string },
): Promise<EvidenceContent> {
  if (!UUID.test(at.reportId) || !UUID.test(at.documentId)) throw new NotFound("evidence");
  const row = await inContext(grant.actor, (tx) =>
    tx.evidenceDocument.findFirst({
      where: {
        id: at.documentId,
        reportId: at.reportId,
        report: { window: { programmeId: at.programmeId } },
      },
      include: { scans: { select: { outcome: true } } },
    }),
  );
  if (row === null || !isReadable(scanState(row.scans.map(({ outcome }) => outcome))))
    throw new NotFound("evidence");
  const { fileName, mediaType, byteSize, sha256, objectKey, uploadId } = row;
  return { fileName, mediaType, byteSize, sha256, objectKey, pieces: readContent(grant.actor, uploadId) };
}

/** The same pieces; the last one only when together they are what was once received. */
export async function* asReceived(
  { sha256 }: Pick<EvidenceContent, "sha256">,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let held: Uint8Array | null = null;
  for await (const piece of pieces) {
    if (held !== null) yield held;
    hash.update(piece);
    held = piece;
  }
  if (hash.digest("hex") !== sha256)
    throw new Error("The content of this document is not what was received.");
  if (held !== null) yield held;
}
