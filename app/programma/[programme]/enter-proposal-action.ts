"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { enterProposal } from "@/lib/commands/proposals/enter-proposal";
import { proposalSchema } from "@/lib/input/proposal";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";

/** Keeps or proposes a ceiling, an allocation, its revision or its withdrawal. */
export async function enterProposalAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(proposalSchema, form, async (input) => {
    const grant = await authorize(input.kind === "ceiling" ? "ceiling:propose" : "allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    const id = await enterProposal(grant, {
      ...input,
      programme,
      change: input.change && input.version ? { id: input.change, version: input.version } : null,
      effectiveOn: input.effectiveOn ?? input.decisionOn ?? dateInAmsterdam(new Date()),
      reason: input.reason ?? "",
    });
    redirect(
      `/programma/${programmeCode}/voorstellen/${id}?gedaan=${input.as === "draft" ? "bewaard" : "voorgelegd"}`,
    );
  });
}
