"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { decideSisa } from "@/lib/commands/sisa/decide-delivery";
import { decideSisaSchema } from "@/lib/input/sisa";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { sisaPath } from "@/lib/views/sisa";

const WORD = { delivered: "geleverd", returned: "teruggegeven" } as const;

export async function decideSisaAction(
  programmeCode: string,
  deliveryId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(decideSisaSchema, form, async (input) => {
    const grant = await authorize("report:sign");
    const programme = await findProgramme(grant, programmeCode);
    await decideSisa(grant, programme.id, deliveryId, input);
    redirect(`${sisaPath(programmeCode)}/versies/${deliveryId}?gedaan=${WORD[input.outcome]}`);
  });
}
