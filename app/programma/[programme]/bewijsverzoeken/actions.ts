"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { answerRequest } from "@/lib/commands/sampling/ask-evidence";
import { answerRequestSchema, readId } from "@/lib/input/sampling";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { requestsPath } from "@/lib/views/sampling";

export async function answerRequestAction(
  programmeCode: string,
  request: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(answerRequestSchema, form, async (input) => {
    const grant = await authorize("report:fill");
    const programme = await findProgramme(grant, programmeCode);
    await answerRequest(grant, { ...input, programmeId: programme.id, request: readId(request) });
    redirect(`${requestsPath(programmeCode, request)}?gedaan=beantwoord`);
  });
}
