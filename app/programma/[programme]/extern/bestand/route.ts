import { authorize, orNotFound } from "@/lib/auth/authorize";
import { bringTieOut } from "@/lib/commands/tie-out/bring-file";
import { FILE_LIMITS, type FileRefusal, tooLargeFile } from "@/lib/domain/entry/entry-file";
import { formFields } from "@/lib/input/as-of";
import { readQuestion, type TypedQuestion, typedQuestion } from "@/lib/input/tie-out";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { tieOutPath } from "@/lib/views/tie-out";
import { drained } from "../../toekenningen/werkboek/inlezen/bestand/refusal-address";

type Props = { params: Promise<{ programme: string }> };

/** The other fields and the lines between them. */
const AROUND = 64 * 1024;

/** Takes an external file in. Without script or with, the answer is another page to go to. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("tie-out:bring");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const base = tieOutPath(programme.code);
  const go = (path: string) => new Response(null, { status: 303, headers: { Location: path } });
  const refused = ({ problem, facts }: FileRefusal, typed: Partial<TypedQuestion> = {}) => {
    const asked = new URLSearchParams({ ...typed, probleem: problem });
    for (const [name, value] of Object.entries(facts)) asked.set(`f.${name}`, value.slice(0, 120));
    return go(`${base}/nieuw?${asked}`);
  };
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= FILE_LIMITS.bytes + AROUND)) {
    await drained(request.body);
    return refused(tooLargeFile(length));
  }
  const form = await request.formData();
  const typed = typedQuestion(formFields(form));
  const read = readQuestion(typed, new Date());
  if (!read.ok) return go(`${base}/nieuw?${new URLSearchParams({ ...typed, fout: "1" })}`);
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refused({ problem: "empty_file", facts: {} }, typed);
  const name = file.name.replace(/[\p{Cc}/\\]/gu, "").slice(-120) || "bestand";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const brought = await bringTieOut(grant, programme.id, read.asked, { name, bytes });
  if ("problem" in brought) return refused(brought, typed);
  return go(`${tieOutPath(programme.code, brought.id)}?gedaan=${brought.isNew ? "bewaard" : "bekend"}`);
}
