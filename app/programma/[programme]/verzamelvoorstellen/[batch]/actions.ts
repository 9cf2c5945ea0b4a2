"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { decideBatch } from "@/lib/commands/proposals/decide-batch";
import { proposeBatch } from "@/lib/commands/proposals/propose-batch";
import { batchDecisionSchema, proposeBatchSchema } from "@/lib/input/batch-decision";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

const page = (programme: string, batch: string, said: string) =>
  `/programma/${programme}/verzamelvoorstellen/${batch}?${said}`;

export async function decideBatchAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(batchDecisionSchema, form, async (input) => {
    const grant = await authorize("proposal:approve");
    const programme = await findProgramme(grant, programmeCode);
    await decideBatch(grant, { ...input, programme });
    redirect(page(programmeCode, input.batchId, `besluit=${input.idempotencyKey}`));
  });
}

export async function proposeBatchAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(proposeBatchSchema, form, async (input) => {
    const grant = await authorize("allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    await proposeBatch(grant, { ...input, programme });
    redirect(page(programmeCode, input.batchId, "gedaan=voorgelegd"));
  });
}
