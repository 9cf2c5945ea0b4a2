"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { cancelProposal } from "@/lib/commands/proposals/cancel-proposal";
import { decideProposal } from "@/lib/commands/proposals/decide-proposal";
import { cancelSchema, decisionSchema } from "@/lib/input/proposal";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

const SAID = { approved: "goedgekeurd", returned: "teruggegeven", waiting: "tweede" } as const;

export async function decideProposalAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(decisionSchema, form, async (input) => {
    const grant = await authorize("proposal:approve");
    const programme = await findProgramme(grant, programmeCode);
    const outcome = await decideProposal(grant, { ...input, programmeId: programme.id });
    redirect(`/programma/${programmeCode}/voorstellen/${input.proposalId}?gedaan=${SAID[outcome]}`);
  });
}

export async function cancelProposalAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(cancelSchema, form, async (input) => {
    const grant = await authorize("allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    await cancelProposal(grant, programme.id, input);
    redirect(`/programma/${programmeCode}/voorstellen/${input.proposalId}?gedaan=ingetrokken`);
  });
}
