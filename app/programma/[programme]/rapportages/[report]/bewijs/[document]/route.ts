import { Readable } from "node:stream";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { getObject } from "@/lib/files/evidence/object-store";
import { objectStore } from "@/lib/files/evidence/settings";
import { asReceived, findContent } from "@/lib/queries/evidence/find-content";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

type Props = { params: Promise<{ programme: string; report: string; document: string }> };

/** A document as it was received. It is somebody else's file: saved, never shown or run in a page of this site. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("report:read");
  const { programme: code, report, document } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const found = await orNotFound(
    findContent(grant, { programmeId: programme.id, reportId: report, documentId: document }),
  );
  const store = objectStore();
  const away = new Response(null, { status: 503, headers: { "Retry-After": "60" } });
  if (found.objectKey !== null && store === null) return away;
  const pieces =
    found.objectKey === null || store === null
      ? found.pieces
      : await getObject(store, found.objectKey).catch(() => null);
  if (pieces === null) return away;
  const body = Readable.toWeb(Readable.from(asReceived(found, pieces))) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "Content-Type": found.mediaType,
      "Content-Length": String(found.byteSize),
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
