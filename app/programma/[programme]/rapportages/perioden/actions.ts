"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { askException } from "@/lib/commands/windows/ask-exception";
import { changeWindow } from "@/lib/commands/windows/change-window";
import { decideException } from "@/lib/commands/windows/decide-exception";
import { openWindow } from "@/lib/commands/windows/open-window";
import {
  askExceptionSchema,
  changeWindowSchema,
  decideExceptionSchema,
  openWindowSchema,
} from "@/lib/input/window";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";

const page = (programme: string, window: string, done: string) =>
  `/programma/${programme}/rapportages/perioden/${window}?gedaan=${done}`;

export async function openWindowAction(
  code: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(openWindowSchema, form, async (input) => {
    const grant = await authorize("window:manage");
    const programme = await findProgramme(grant, code);
    redirect(page(code, await openWindow(grant, { ...input, programmeId: programme.id }), "geopend"));
  });
}

export async function changeWindowAction(
  code: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(changeWindowSchema, form, async (input) => {
    const grant = await authorize("window:manage");
    const programme = await findProgramme(grant, code);
    await changeWindow(grant, { ...input, programmeId: programme.id });
    redirect(page(code, input.windowId, "gewijzigd"));
  });
}

export async function askExceptionAction(
  code: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(askExceptionSchema, form, async (input) => {
    const grant = await authorize("exception:request");
    const programme = await findProgramme(grant, code);
    await askException(grant, { ...input, programmeId: programme.id, today: dateInAmsterdam(new Date()) });
    redirect(page(code, input.windowId, "gevraagd"));
  });
}

/** Decided on the page of the window or on the list of all: back to where it was. */
export async function decideExceptionAction(
  code: string,
  back: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(decideExceptionSchema, form, async (input) => {
    const grant = await authorize("exception:decide");
    const programme = await findProgramme(grant, code);
    await decideException(grant, { ...input, programmeId: programme.id, today: dateInAmsterdam(new Date()) });
    redirect(page(code, back, input.outcome === "granted" ? "verleend" : "afgewezen"));
  });
}
