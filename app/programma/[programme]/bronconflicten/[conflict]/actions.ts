"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { answerDecision } from "@/lib/commands/conflicts/answer-decision";
import { proposeDecision } from "@/lib/commands/conflicts/propose-decision";
import { conflictAnswer, conflictDecision } from "@/lib/input/conflicts";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

const pathOf = (programme: string, conflict: string) =>
  `/programma/${programme}/bronconflicten/${encodeURIComponent(conflict)}`;

export async function proposeDecisionAction(
  programmeCode: string,
  conflict: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(conflictDecision, form, async (input) => {
    const grant = await authorize("conflict:decide");
    const programme = await findProgramme(grant, programmeCode);
    await proposeDecision(grant, { ...input, programmeId: programme.id, conflict });
    redirect(`${pathOf(programmeCode, conflict)}?gedaan=voorgesteld`);
  });
}

export async function answerDecisionAction(
  programmeCode: string,
  conflict: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(conflictAnswer, form, async (input) => {
    const grant = await authorize("conflict:agree");
    const programme = await findProgramme(grant, programmeCode);
    await answerDecision(grant, { ...input, programmeId: programme.id, conflict });
    const done = input.answer === "agree" ? "beslist" : "teruggegeven";
    redirect(`${pathOf(programmeCode, conflict)}?gedaan=${done}`);
  });
}
