"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { stateBalance } from "@/lib/commands/own-balance/state-balance";
import { statedBalance } from "@/lib/input/own-balance";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import { balancesPath } from "@/lib/views/own-ledger";

/** States a balance, or another in the place of one that stands. */
export async function stateBalanceAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(statedBalance, form, async (input) => {
    const grant = await authorize("report:fill");
    const programme = await findProgramme(grant, programmeCode);
    await stateBalance(grant, programme.id, dateInAmsterdam(new Date()), input);
    redirect(`${balancesPath(programmeCode)}?gedaan=opgegeven`);
  });
}
