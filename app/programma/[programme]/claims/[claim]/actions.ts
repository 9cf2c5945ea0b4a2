"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { linkClaims, withdrawClaimLink } from "@/lib/commands/claims/link-claims";
import { claimLinkSchema, withdrawLinkSchema } from "@/lib/input/claim-link";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

const page = (programmeCode: string, claim: string, done: string) =>
  `/programma/${programmeCode}/claims/${encodeURIComponent(claim)}?gedaan=${done}`;

export async function linkClaimAction(
  programmeCode: string,
  claim: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(claimLinkSchema, form, async (input) => {
    const grant = await authorize("claim:register");
    const programme = await findProgramme(grant, programmeCode);
    await linkClaims(grant, { ...input, programmeId: programme.id, from: claim });
    redirect(page(programmeCode, claim, "verbonden"));
  });
}

export async function withdrawLinkAction(
  programmeCode: string,
  claim: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(withdrawLinkSchema, form, async (input) => {
    const grant = await authorize("claim:register");
    const programme = await findProgramme(grant, programmeCode);
    await withdrawClaimLink(grant, { ...input, programmeId: programme.id });
    redirect(page(programmeCode, claim, "ingetrokken"));
  });
}
