import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { tieOutContent } from "@/lib/queries/tie-out/find-tie-out";
import { fileAnswer } from "../../../file-answer";

type Props = { params: Promise<{ programme: string; file: string }> };

/** The external file as it was brought. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("reconciliation:read");
  const { programme: code, file } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const { fileName, content } = await orNotFound(tieOutContent(grant, programme.id, file));
  return fileAnswer(fileName, content);
}
