import { z } from "zod";
import { orNotFound } from "@/lib/auth/authorize";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import type { ReportUpload } from "@/lib/domain/report-workbook/report-upload";
import { findProgramme, type ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { findReportUpload } from "@/lib/queries/report-workbook/find-report-upload";

export interface UploadAddress {
  readonly programme: string;
  readonly report: string;
  readonly upload: string;
}

const ids = z.object({ report: z.uuid(), upload: z.uuid() });

/**
 * The file of an address, without the report that it is of: as long as it is read, its page is asked for again and again.
 * Row-level security decides whose it is.
 */
export async function uploadAt(
  grant: Grant<"report:read">,
  at: UploadAddress,
): Promise<{ readonly programme: ProgrammeRow; readonly upload: ReportUpload }> {
  const programme = await orNotFound(findProgramme(grant, at.programme));
  const known = ids.safeParse(at);
  const upload = await orNotFound(
    known.success
      ? findReportUpload(grant, {
          programmeId: programme.id,
          reportId: known.data.report,
          id: known.data.upload,
        })
      : Promise.reject(new NotFound(at.upload)),
  );
  return { programme, upload };
}
