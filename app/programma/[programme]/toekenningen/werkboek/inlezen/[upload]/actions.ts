"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { confirmUpload } from "@/lib/commands/entry/confirm-upload";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";

const confirmSchema = z.object({
  uploadId: z.uuid("errors.form.broken"),
  name: z.string().max(200, "errors.text.tooLong").catch(""),
});

/** Proposes what the file asks for. */
export async function confirmUploadAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(confirmSchema, form, async (input) => {
    const grant = await authorize("allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    const id = await confirmUpload(grant, { ...input, programme, today: dateInAmsterdam(new Date()) });
    redirect(`/programma/${programmeCode}/verzamelvoorstellen/${id}?gedaan=voorgelegd`);
  });
}
