import { authorize, orNotFound } from "@/lib/auth/authorize";
import { reportUploadContent } from "@/lib/queries/report-workbook/find-report-upload";
import { fileAnswer } from "../../../../../file-answer";
import { uploadAt } from "../find-upload";

type Props = { params: Promise<{ programme: string; report: string; upload: string }> };

/** The file as it was brought. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("report:read");
  const at = await params;
  const { programme, upload } = await uploadAt(grant, at);
  const { reportId, id } = upload;
  const { fileName, content } = await orNotFound(
    reportUploadContent(grant, { programmeId: programme.id, reportId, id }),
  );
  return fileAnswer(fileName, content);
}
