"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { enterPayments } from "@/lib/commands/payments/payment-files";
import { paymentChoices } from "@/lib/input/payments";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

export async function enterPaymentsAction(
  programmeCode: string,
  fileName: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(paymentChoices, form, async (input) => {
    const grant = await authorize("allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    // Names of batches are in the language of the programme, not of who happens to enter them.
    const name = (await getTranslations({ locale: "nl", namespace: "payments.file" }))("name", {
      name: fileName,
    });
    const batch = await enterPayments(grant, programme, { ...input, name });
    redirect(`/programma/${programmeCode}/verzamelvoorstellen/${batch}?gedaan=voorgelegd`);
  });
}
