"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { enterMovement } from "@/lib/commands/movements/enter-movement";
import { carryOverSchema, type MovementInput, movementSchema } from "@/lib/input/movement";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

export async function moveToPlaceAction(
  programmeCode: string,
  from: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(movementSchema, form, (input) => propose(programmeCode, "place", from, input));
}

export async function carryOverAction(
  programmeCode: string,
  from: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(carryOverSchema, form, (input) => propose(programmeCode, "year", from, input));
}

async function propose(
  programmeCode: string,
  kind: "place" | "year",
  from: string,
  input: MovementInput,
): Promise<never> {
  const grant = await authorize("allocation:propose");
  const programme = await findProgramme(grant, programmeCode);
  // Names of batches are in the language of the programme, not of who happens to enter them.
  const name = (await getTranslations({ locale: "nl", namespace: "movements.name" }))(kind, { from });
  const id = await enterMovement(grant, programme, name, input);
  redirect(`/programma/${programmeCode}/verzamelvoorstellen/${id}?gedaan=voorgelegd`);
}
