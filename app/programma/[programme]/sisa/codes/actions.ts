"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { writeSisaCodes, writeSisaTolerance } from "@/lib/commands/sisa/write-codes";
import { sisaCodeSchema, sisaToleranceSchema } from "@/lib/input/sisa";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { sisaPath } from "@/lib/views/sisa";

export async function writeSisaCodesAction(
  programmeCode: string,
  year: number,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(sisaCodeSchema, form, async (input) => {
    const grant = await authorize("report:review");
    const programme = await findProgramme(grant, programmeCode);
    await writeSisaCodes(grant, { programmeId: programme.id, year }, input);
    redirect(`${sisaPath(programmeCode)}/codes?jaar=${year}&gedaan=codes`);
  });
}

export async function writeSisaToleranceAction(
  programmeCode: string,
  year: number,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(sisaToleranceSchema, form, async (input) => {
    const grant = await authorize("report:review");
    const programme = await findProgramme(grant, programmeCode);
    await writeSisaTolerance(grant, programme.id, input);
    redirect(`${sisaPath(programmeCode)}/codes?jaar=${year}&gedaan=tolerantie`);
  });
}
