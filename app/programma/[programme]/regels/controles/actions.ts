"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { askForRun } from "@/lib/commands/cross-checks/ask-for-run";
import { askRunSchema } from "@/lib/input/cross-checks";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { checksPath } from "@/lib/views/cross-checks";

export async function askRunAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(askRunSchema, form, async (input) => {
    const grant = await authorize("check:run");
    const programme = await findProgramme(grant, programmeCode);
    const run = await askForRun(grant, { ...input, programmeId: programme.id });
    redirect(checksPath(programmeCode, run));
  });
}
