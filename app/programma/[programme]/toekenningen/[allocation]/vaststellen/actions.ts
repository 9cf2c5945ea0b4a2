"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { enterSettlement } from "@/lib/commands/settlements/enter-settlement";
import {
  type ReopeningInput,
  reopeningSchema,
  type SettlementInput,
  settlementSchema,
} from "@/lib/input/settlement";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

export async function settleAction(
  programmeCode: string,
  allocationId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(settlementSchema, form, (input) =>
    propose(programmeCode, allocationId, input, "settlement"),
  );
}

export async function reopenAction(
  programmeCode: string,
  allocationId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(reopeningSchema, form, (input) =>
    propose(programmeCode, allocationId, input, "reopening"),
  );
}

async function propose(
  programmeCode: string,
  allocationId: string,
  input: SettlementInput | ReopeningInput,
  kind: "settlement" | "reopening",
): Promise<never> {
  const grant = await authorize("allocation:propose");
  const programme = await findProgramme(grant, programmeCode);
  const id = await enterSettlement(grant, programme, allocationId, input, kind);
  redirect(`/programma/${programmeCode}/voorstellen/${id}?gedaan=voorgelegd`);
}
