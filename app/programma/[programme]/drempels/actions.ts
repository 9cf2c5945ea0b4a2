"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { decideThreshold, enterThreshold } from "@/lib/commands/thresholds/set-threshold";
import { thresholdDecisionSchema, thresholdSchema } from "@/lib/input/threshold";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";

const page = (programme: string, done: string) => `/programma/${programme}/drempels?gedaan=${done}`;

export async function enterThresholdAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(thresholdSchema, form, async (input) => {
    const grant = await authorize("ceiling:propose");
    const programme = await findProgramme(grant, programmeCode);
    await enterThreshold(grant, {
      ...input,
      legalSource: input.legalSource ?? "",
      programmeId: programme.id,
      today: dateInAmsterdam(new Date()),
    });
    redirect(page(programmeCode, "ingevoerd"));
  });
}

export async function decideThresholdAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(thresholdDecisionSchema, form, async (input) => {
    const grant = await authorize("proposal:approve");
    const programme = await findProgramme(grant, programmeCode);
    await decideThreshold(grant, { ...input, programmeId: programme.id });
    redirect(page(programmeCode, input.outcome === "confirmed" ? "bevestigd" : "afgewezen"));
  });
}
