import { z } from "zod";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { reportUploadContent } from "@/lib/queries/report-workbook/find-report-upload";
import { loadReport } from "../../load-report";

type Props = { params: Promise<{ programme: string; report: string; upload: string }> };

/** The file as it was brought. It is somebody else's file: saved, never shown or run in a page of this site. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const grant = await authorize("report:read");
  const at = await params;
  const { report } = await loadReport(grant, at);
  const { fileName, content } = await orNotFound(
    z.uuid().safeParse(at.upload).success
      ? reportUploadContent(grant, report.header.id, at.upload)
      : Promise.reject(new NotFound(at.upload)),
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
