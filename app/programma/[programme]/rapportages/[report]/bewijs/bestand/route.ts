import { authorize, orNotFound } from "@/lib/auth/authorize";
import { foreignOrigin, isOwnOrigin } from "@/lib/auth/origin";
import { addEvidence, type EvidencePlace } from "@/lib/commands/evidence/add-evidence";
import type { Grant } from "@/lib/domain/access";
import { EVIDENCE_BYTES, type FileRefused, refusedFile } from "@/lib/domain/evidence/evidence-file";
import { type FormFile, readForm } from "@/lib/files/read-form";
import { evidenceSchema } from "@/lib/input/evidence";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { evidencePath } from "@/lib/views/evidence";
import { requestsPath } from "@/lib/views/sampling";
import { drained } from "../../../../toekenningen/werkboek/inlezen/bestand/refusal-address";
import { type Answer, answerAddress } from "./answer-address";

type Props = { params: Promise<{ programme: string; report: string }> };

/** The other fields and the lines between them. */
const AROUND = 64 * 1024;

/** Takes a document in while it arrives. Without script or with, the answer is a page to go to. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  // The proxy, which tells the gate about a foreign page, is not asked here: it would hold the file in memory.
  if (!isOwnOrigin(request.headers)) return foreignOrigin();
  const grant = await authorize("report:fill");
  const { programme: code, report } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const go = (answer: Answer) =>
    new Response(null, {
      status: 303,
      headers: {
        Location: pageOf(programme.code, report, answer),
        "Content-Security-Policy": "default-src 'none'",
      },
    });
  const length = Number(request.headers.get("content-length") ?? "0");
  if (!(length <= EVIDENCE_BYTES + AROUND)) {
    await drained(request.body);
    const most = String(EVIDENCE_BYTES / 1024 / 1024);
    return go({ fields: {}, refused: refusedFile("too_large", { most }) });
  }
  const answer = await readForm(request, EVIDENCE_BYTES, (fields, file) =>
    orNotFound(take(grant, { programmeId: programme.id, reportId: report }, fields, file)),
  );
  return go(answer ?? { fields: {}, refused: refusedFile("no_file") });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The page that the form stood on: of the request that is answered, or of the report's evidence. */
function pageOf(programme: string, report: string, answer: Answer): string {
  const { request = "" } = answer.fields;
  return UUID.test(request)
    ? answerAddress(requestsPath(programme, request), answer, "beantwoord")
    : answerAddress(evidencePath(programme, report), answer);
}

async function take(
  grant: Grant<"report:fill">,
  place: EvidencePlace,
  fields: Readonly<Record<string, string>>,
  file: FormFile,
): Promise<Answer> {
  const parsed = evidenceSchema.safeParse(fields);
  // The page reads the same fields again, and says at each what is wrong with it.
  if (!parsed.success) return { fields, refused: "fields" };
  const refused: FileRefused | null = await addEvidence(grant, place, parsed.data, file);
  return { fields, refused };
}
