"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { judgeSignal } from "@/lib/commands/signals/judge-signal";
import { judgeSignalSchema } from "@/lib/input/signals";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { signalsPath } from "@/lib/views/signals";

export async function judgeSignalAction(
  programmeCode: string,
  key: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(judgeSignalSchema, form, async (input) => {
    const grant = await authorize("signal:judge");
    const programme = await findProgramme(grant, programmeCode);
    await judgeSignal(grant, { ...input, programmeId: programme.id, key });
    redirect(`${signalsPath(programmeCode, key)}?gedaan=beoordeeld`);
  });
}
