import { z } from "zod";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { attachDocument } from "@/lib/commands/claims/attach-document";
import { DOCUMENT_BYTES } from "@/lib/domain/claims/source-document";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { drained } from "../../../toekenningen/werkboek/inlezen/bestand/refusal-address";

type Props = { params: Promise<{ programme: string; claim: string }> };

const uploadForm = z.object({ file: z.file() });
/** The other fields and the lines between them. */
const AROUND = 64 * 1024;

/** Takes a document in. Without script or with, the answer is the claim's page. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("claim:register");
  const { programme: code, claim } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const page = `/programma/${programme.code}/claims/${encodeURIComponent(claim)}`;
  const go = (query: string) =>
    new Response(null, { status: 303, headers: { Location: `${page}?${query}#document` } });
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= DOCUMENT_BYTES + AROUND)) {
    await drained(request.body);
    return go("probleem=too_large");
  }
  const parsed = uploadForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return go("probleem=empty");
  const { file } = parsed.data;
  const problem = await orNotFound(
    attachDocument(grant, {
      programmeId: programme.id,
      claim: decodeURIComponent(claim),
      fileName: file.name.replace(/[\p{Cc}/\\"]/gu, "").slice(-120) || "document",
      bytes: new Uint8Array(await file.arrayBuffer()),
    }),
  );
  return go(problem === null ? "gedaan=bijgevoegd" : `probleem=${problem}`);
}
