"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { decideConflict } from "@/lib/commands/conflicts/decide-conflict";
import { conflictDecision } from "@/lib/input/conflicts";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

export async function decideConflictAction(
  programmeCode: string,
  conflict: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(conflictDecision, form, async (input) => {
    const grant = await authorize("conflict:decide");
    const programme = await findProgramme(grant, programmeCode);
    await decideConflict(grant, { ...input, programmeId: programme.id, conflict });
    redirect(`/programma/${programmeCode}/bronconflicten/${encodeURIComponent(conflict)}?gedaan=beslist`);
  });
}
