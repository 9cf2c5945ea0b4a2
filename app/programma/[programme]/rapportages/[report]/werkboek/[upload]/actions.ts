"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { inLanguage } from "@/app/programma/[programme]/rapportages/[report]/in-language";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { applyUpload } from "@/lib/commands/report-workbook/apply-upload";
import { NotFound } from "@/lib/domain/refusal";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { reportPath } from "@/lib/views/reports";

export interface UploadPlace {
  readonly programme: string;
  readonly report: string;
  readonly upload: string;
}

const place = z.object({ programme: z.string(), report: z.uuid(), upload: z.uuid() });

/** Takes the changes of a file over into the report. */
export async function applyUploadAction(
  bound: UploadPlace,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(z.object({}), form, async () => {
    const grant = await authorize("report:fill");
    const at = place.safeParse(bound);
    if (!at.success) throw new NotFound("upload");
    const { programme: code, report: reportId, upload: uploadId } = at.data;
    const programme = await findProgramme(grant, code);
    const path = reportPath(programme.code, reportId);
    const locale = await getLocale();
    await applyUpload(grant, { programmeId: programme.id, reportId, uploadId }).catch((error: unknown) => {
      throw inLanguage(error, locale);
    });
    revalidatePath(path);
    redirect(`${path}/werkboek/${uploadId}`);
  });
}
