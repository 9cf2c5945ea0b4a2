"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize, tryAuthorize } from "@/lib/auth/authorize";
import { prepareSisa } from "@/lib/commands/sisa/prepare-delivery";
import { saveSisaAnswers } from "@/lib/commands/sisa/save-answers";
import { prepareSisaSchema, sisaAnswersSchema } from "@/lib/input/sisa";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import { sisaPath } from "@/lib/views/sisa";

/** The coordinator and the signer both keep answers; which of them it is makes no difference to the figures. */
export async function saveSisaAnswersAction(
  programmeCode: string,
  municipality: string,
  year: number,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(sisaAnswersSchema, form, async (input) => {
    const grant = (await tryAuthorize("report:fill")) ?? (await authorize("report:sign"));
    const programme = await findProgramme(grant, programmeCode);
    await saveSisaAnswers(grant, { programmeId: programme.id, municipality, year }, input);
    redirect(`${sisaPath(programmeCode, municipality, year)}&gedaan=bewaard`);
  });
}

export async function prepareSisaAction(
  programmeCode: string,
  municipality: string,
  year: number,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(prepareSisaSchema, form, async (input) => {
    const grant = await authorize("report:fill");
    const programme = await findProgramme(grant, programmeCode);
    const today = dateInAmsterdam(new Date());
    const id = await prepareSisa(grant, { programme, municipality, year, today }, input);
    redirect(`${sisaPath(programmeCode)}/versies/${id}?gedaan=klaargezet`);
  });
}
