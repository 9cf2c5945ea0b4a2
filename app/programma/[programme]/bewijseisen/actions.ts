"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { setRequirement } from "@/lib/commands/evidence/set-requirement";
import { evidenceRequirementSchema } from "@/lib/input/evidence";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import { requirementsPath } from "@/lib/views/evidence";

export async function setRequirementAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(evidenceRequirementSchema, form, async ({ legalSource, ...input }) => {
    const grant = await authorize("report:review");
    const programme = await findProgramme(grant, programmeCode);
    const today = dateInAmsterdam(new Date());
    await setRequirement(grant, {
      ...input,
      legalSource: legalSource ?? "",
      programmeId: programme.id,
      today,
    });
    redirect(`${requirementsPath(programme.code)}?gedaan=vastgelegd`);
  });
}
