import { authorize, orNotFound } from "@/lib/auth/authorize";
import { foreignOrigin, isOwnOrigin } from "@/lib/auth/origin";
import { attachDocument } from "@/lib/commands/claims/attach-document";
import { DOCUMENT_BYTES, type DocumentProblem } from "@/lib/domain/claims/source-document";
import { readForm } from "@/lib/files/read-form";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { drained } from "../../../toekenningen/werkboek/inlezen/bestand/refusal-address";

type Props = { params: Promise<{ programme: string; claim: string }> };

/** The other fields and the lines between them. */
const AROUND = 64 * 1024;

/** Takes a document in. Without script or with, the answer is the claim's page. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  // The proxy, which tells the gate about a foreign page, is not asked here: it cuts off what is larger than 10 MB.
  if (!isOwnOrigin(request.headers)) return foreignOrigin();
  const grant = await authorize("claim:register");
  const { programme: code, claim } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const page = `/programma/${programme.code}/claims/${encodeURIComponent(claim)}`;
  const go = (problem: DocumentProblem | null) =>
    new Response(null, {
      status: 303,
      headers: {
        Location: `${page}?${problem === null ? "gedaan=bijgevoegd" : `probleem=${problem}`}#document`,
        "Content-Security-Policy": "default-src 'none'",
      },
    });
  const length = Number(request.headers.get("content-length") ?? "0");
  if (!(length <= DOCUMENT_BYTES + AROUND)) {
    await drained(request.body);
    return go("too_large");
  }
  const said = await readForm(request, DOCUMENT_BYTES, async (_fields, { name, pieces, cutOff }) => {
    const bytes = await whole(pieces);
    if (cutOff()) return "too_large" as const;
    return orNotFound(
      attachDocument(grant, {
        programmeId: programme.id,
        claim: decodeURIComponent(claim),
        fileName: name.replace(/[\p{Cc}/\\"]/gu, "").slice(-120) || "document",
        bytes,
      }),
    ).then((problem) => problem ?? ("attached" as const));
  });
  return go(said === "attached" ? null : (said ?? "empty"));
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const kept: Uint8Array[] = [];
  for await (const piece of pieces) kept.push(piece);
  return new Uint8Array(Buffer.concat(kept));
}
