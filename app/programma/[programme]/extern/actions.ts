"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { decideRow } from "@/lib/commands/tie-out/decide-row";
import { sayTieOutColumns } from "@/lib/commands/tie-out/say-columns";
import { rowColumnChoices, rowDecision } from "@/lib/input/tie-out";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { tieOutPath } from "@/lib/views/tie-out";

/** Keeps which column of the file is what. */
export async function sayTieOutColumnsAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(rowColumnChoices, form, async (input) => {
    const grant = await authorize("tie-out:bring");
    const programme = await findProgramme(grant, programmeCode);
    await sayTieOutColumns(grant, programme.id, input);
    redirect(tieOutPath(programmeCode, input.file));
  });
}

/** Keeps what an auditor says about a row. */
export async function decideRowAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(rowDecision, form, async (input) => {
    const grant = await authorize("tie-out:match");
    const programme = await findProgramme(grant, programmeCode);
    await decideRow(grant, programme.id, input);
    redirect(`${tieOutPath(programmeCode, input.file, input.row)}?gedaan=${input.action}`);
  });
}
