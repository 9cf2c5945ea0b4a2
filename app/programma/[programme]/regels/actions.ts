"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize, tryAuthorize } from "@/lib/auth/authorize";
import { askWaiver } from "@/lib/commands/rules/ask-waiver";
import { decideStage } from "@/lib/commands/rules/decide-stage";
import { decideWaiver } from "@/lib/commands/rules/decide-waiver";
import { proposeStage } from "@/lib/commands/rules/propose-stage";
import { stageDecisionSchema, stageSchema, waiverDecisionSchema, waiverSchema } from "@/lib/input/rules";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";

const page = (programme: string, done: string) => `/programma/${programme}/regels?gedaan=${done}`;
const today = () => dateInAmsterdam(new Date());

export async function proposeStageAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(stageSchema, form, async ({ reason, ...input }) => {
    const grant = await authorize("rule:manage");
    const programme = await findProgramme(grant, programmeCode);
    await proposeStage(grant, { ...input, reason: reason ?? "", programmeId: programme.id, today: today() });
    redirect(page(programmeCode, "voorgesteld"));
  });
}

export async function decideStageAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(stageDecisionSchema, form, async ({ outcome, ...input }) => {
    const grant = await authorize("rule:manage");
    const programme = await findProgramme(grant, programmeCode);
    await decideStage(grant, { ...input, agreed: outcome === "agreed", programmeId: programme.id });
    redirect(page(programmeCode, outcome === "agreed" ? "ingestemd" : "afgewezen"));
  });
}

/** A municipality asks for itself; an officer for a municipality in a stream of their ministry. */
export async function askWaiverAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(waiverSchema, form, async ({ reason, area, ...input }) => {
    const grant = (await tryAuthorize("rule:manage")) ?? (await authorize("report:fill"));
    const programme = await findProgramme(grant, programmeCode);
    await askWaiver(grant, {
      ...input,
      reason: reason ?? "",
      areaId: area,
      programmeId: programme.id,
      today: today(),
    });
    redirect(page(programmeCode, "gevraagd"));
  });
}

export async function decideWaiverAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(waiverDecisionSchema, form, async ({ outcome, ...input }) => {
    const grant = await authorize("rule:manage");
    const programme = await findProgramme(grant, programmeCode);
    await decideWaiver(grant, { ...input, granted: outcome === "granted", programmeId: programme.id });
    redirect(page(programmeCode, outcome === "granted" ? "verleend" : "geweigerd"));
  });
}
