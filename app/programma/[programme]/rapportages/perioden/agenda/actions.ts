"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { siteUrl } from "@/lib/auth/origin";
import { makeFeed, revokeFeed } from "@/lib/commands/windows/calendar-feeds";
import { makeFeedSchema, revokeFeedSchema } from "@/lib/input/window";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

/** The address is in this answer and nowhere else: only its hash is kept. */
export async function makeFeedAction(code: string, _previous: FormState, form: FormData): Promise<FormState> {
  return submitForm(makeFeedSchema, form, async (input) => {
    const grant = await authorize("report:read");
    const programme = await findProgramme(grant, code);
    const token = await makeFeed(grant, { ...input, programmeId: programme.id });
    const shown = new URL(`/agenda/${token}`, siteUrl()).href;
    return { status: "idle", values: { shown }, fieldErrors: {}, reasons: [] };
  });
}

export async function revokeFeedAction(
  code: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(revokeFeedSchema, form, async (input) => {
    const grant = await authorize("report:read");
    const programme = await findProgramme(grant, code);
    await revokeFeed(grant, { ...input, programmeId: programme.id });
    redirect(`/programma/${code}/rapportages/perioden/agenda?gedaan=ingetrokken`);
  });
}
