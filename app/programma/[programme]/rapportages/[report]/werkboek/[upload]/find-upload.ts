import { z } from "zod";
import { orNotFound } from "@/lib/auth/authorize";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import type { ReportUpload } from "@/lib/domain/report-workbook/report-upload";
import { findReportUpload } from "@/lib/queries/report-workbook/find-report-upload";

/** The file of an address; what is no id of anything is not found either. */
export const uploadAt = (grant: Grant<"report:read">, reportId: string, id: string): Promise<ReportUpload> =>
  orNotFound(
    z.uuid().safeParse(id).success ? findReportUpload(grant, reportId, id) : Promise.reject(new NotFound(id)),
  );
