"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { openReport } from "@/lib/commands/reports/open-report";
import { openReportSchema } from "@/lib/input/report";
import { reportPath } from "@/lib/views/reports";

export async function openReportAction(
  programme: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(openReportSchema, form, async (input) => {
    const grant = await authorize("report:fill");
    const report = await openReport(grant, input);
    redirect(`${reportPath(programme, report)}?gedaan=opened`);
  });
}
