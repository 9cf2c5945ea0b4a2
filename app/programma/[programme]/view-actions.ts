"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { removeView } from "@/lib/commands/views/remove-view";
import { saveView } from "@/lib/commands/views/save-view";
import { pathOf, viewQuery } from "@/lib/domain/views/saved-view";
import { removeViewSchema, saveViewSchema } from "@/lib/input/saved-view";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

/** Keeps the question of a list under a name. */
export async function saveViewAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(saveViewSchema, form, async ({ shared, ...input }) => {
    const grant = await authorize("work:read");
    const programme = await findProgramme(grant, programmeCode);
    await saveView(grant, { ...input, programmeId: programme.id, shared: shared === "ja" });
    const query = viewQuery(input.query);
    redirect(`/programma/${programmeCode}${pathOf(input)}${query === "" ? "" : `?${query}`}#weergaven`);
  });
}

/** Takes one's own view away. */
export async function removeViewAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(removeViewSchema, form, async (input) => {
    const grant = await authorize("work:read");
    const programme = await findProgramme(grant, programmeCode);
    const place = await removeView(grant, { ...input, programmeId: programme.id });
    redirect(`/programma/${programmeCode}${pathOf(place)}#weergaven`);
  });
}
