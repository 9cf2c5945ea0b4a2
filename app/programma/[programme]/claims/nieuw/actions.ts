"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { registerClaim } from "@/lib/commands/claims/register-claim";
import { claimRegistration } from "@/lib/input/claim-registration";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";

export async function registerClaimAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(claimRegistration, form, async (input) => {
    const grant = await authorize("claim:register");
    const programme = await findProgramme(grant, programmeCode);
    const today = dateInAmsterdam(new Date());
    const { code } = await registerClaim(grant, { ...input, programmeId: programme.id, today });
    redirect(`/programma/${programmeCode}/claims/${encodeURIComponent(code)}?gedaan=vastgelegd`);
  });
}
