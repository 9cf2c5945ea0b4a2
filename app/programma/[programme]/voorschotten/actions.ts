"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { enterProposal } from "@/lib/commands/proposals/enter-proposal";
import { advanceSchema } from "@/lib/input/advance";
import { findAllocation } from "@/lib/queries/allocations/find-allocation";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

/** Proposes a payment: another person confirms it, which posts it. */
export async function recordPaymentAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(advanceSchema, form, async ({ amount, ...input }) => {
    const grant = await authorize("allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    const allocation = await findAllocation(
      await authorize("allocation:read"),
      programme.id,
      input.allocationId,
    );
    const id = await enterProposal(grant, {
      ...input,
      programme,
      change: null,
      trancheId: allocation.trancheId,
      themeId: allocation.themeId,
      areaId: allocation.areaId,
      claimId: null,
      decisionCents: amount,
      effectiveOn: input.decisionOn,
      legalSource: null,
      years: [{ year: Number(input.decisionOn.slice(0, 4)), amount }],
      as: "proposed",
    });
    redirect(`/programma/${programmeCode}/voorstellen/${id}?gedaan=voorgelegd`);
  });
}
