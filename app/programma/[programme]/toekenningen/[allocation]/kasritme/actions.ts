"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { enterSchedule } from "@/lib/commands/schedules/enter-schedule";
import { scheduleSchema } from "@/lib/input/schedule";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

export async function enterScheduleAction(
  programmeCode: string,
  allocationId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(scheduleSchema, form, async (input) => {
    const grant = await authorize("allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    await enterSchedule(grant, programme, allocationId, input);
    redirect(`/programma/${programmeCode}/toekenningen/${allocationId}/kasritme?gedaan=bewaard`);
  });
}
