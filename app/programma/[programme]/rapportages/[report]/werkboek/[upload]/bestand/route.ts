import { authorize, orNotFound } from "@/lib/auth/authorize";
import { reportUploadContent } from "@/lib/queries/report-workbook/find-report-upload";
import { uploadAt } from "../find-upload";

type Props = { params: Promise<{ programme: string; report: string; upload: string }> };

/** The file as it was brought. It is somebody else's file: saved, never shown or run in a page of this site. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("report:read");
  const at = await params;
  const { programme, upload } = await uploadAt(grant, at);
  const { reportId, id } = upload;
  const { fileName, content } = await orNotFound(
    reportUploadContent(grant, { programmeId: programme.id, reportId, id }),
  );
  return new Response(content, {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
