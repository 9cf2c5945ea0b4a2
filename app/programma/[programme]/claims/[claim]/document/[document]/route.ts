import { z } from "zod";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { documentContent } from "@/lib/queries/claims/claim-documents";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

type Props = { params: Promise<{ programme: string; claim: string; document: string }> };

/** The document as it was attached. It is somebody else's file: saved, never shown or run in a page of this site. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("export:read");
  const { programme: code, claim, document: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const found = await orNotFound(
    z.uuid().safeParse(id).success
      ? documentContent(grant, programme.id, decodeURIComponent(claim), id)
      : Promise.reject(new NotFound("document")),
  );
  return new Response(found.content, {
    headers: {
      "Content-Type": found.mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
