"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize, tryAuthorize } from "@/lib/auth/authorize";
import { decideSisa } from "@/lib/commands/sisa/decide-delivery";
import { recordCbsAnswer } from "@/lib/commands/sisa/record-cbs-answer";
import { decideSisaSchema } from "@/lib/input/sisa";
import { cbsAnswerSchema } from "@/lib/input/sisa-cbs";
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

/** Whoever of the municipality got the answer of the CBS records it. */
export async function recordCbsAnswerAction(
  programmeCode: string,
  deliveryId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(cbsAnswerSchema, form, async (input) => {
    const grant = (await tryAuthorize("report:fill")) ?? (await authorize("report:sign"));
    const programme = await findProgramme(grant, programmeCode);
    await recordCbsAnswer(grant, programme.id, deliveryId, input);
    redirect(`${sisaPath(programmeCode)}/versies/${deliveryId}?gedaan=antwoord#cbs`);
  });
}
