"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import {
  addScenarioLine,
  makeScenario,
  proposeScenario,
  removeScenarioLine,
  shareScenario,
} from "@/lib/commands/scenarios/scenarios";
import {
  newScenarioSchema,
  proposeScenarioSchema,
  removeLineSchema,
  scenarioLineSchema,
  shareScenarioSchema,
} from "@/lib/input/scenario";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

/** Who proposes, and in which programme. */
async function desk(programmeCode: string) {
  const grant = await authorize("allocation:propose");
  return { grant, programme: await findProgramme(grant, programmeCode) };
}
const page = (programmeCode: string, id: string) => `/programma/${programmeCode}/scenarios/${id}`;

export async function makeScenarioAction(code: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(newScenarioSchema, form, async (input) => {
    const { grant, programme } = await desk(code);
    redirect(page(code, await makeScenario(grant, programme.id, input)));
  });
}

export async function addLineAction(code: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(scenarioLineSchema, form, async (input) => {
    const { grant, programme } = await desk(code);
    redirect(`${page(code, await addScenarioLine(grant, programme.id, input))}?tranche=${input.trancheId}`);
  });
}

export async function removeLineAction(code: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(removeLineSchema, form, async (input) => {
    const { grant, programme } = await desk(code);
    redirect(page(code, await removeScenarioLine(grant, programme.id, input)));
  });
}

export async function shareScenarioAction(code: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(shareScenarioSchema, form, async (input) => {
    const { grant, programme } = await desk(code);
    redirect(page(code, await shareScenario(grant, programme.id, input)));
  });
}

export async function proposeScenarioAction(code: string, _: FormState, form: FormData): Promise<FormState> {
  return submitForm(proposeScenarioSchema, form, async (input) => {
    const { grant, programme } = await desk(code);
    const batch = await proposeScenario(grant, programme, input);
    redirect(`/programma/${code}/verzamelvoorstellen/${batch}?gedaan=voorgelegd`);
  });
}
