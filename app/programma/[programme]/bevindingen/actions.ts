"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import {
  answerFinding,
  closeFinding,
  issueFinding,
  reopenFinding,
  withdrawFinding,
} from "@/lib/commands/findings/move-finding";
import { reviseFinding, writeFinding } from "@/lib/commands/findings/write-finding";
import {
  answerFindingSchema,
  closeFindingSchema,
  issueFindingSchema,
  newFindingSchema,
  reasonFindingSchema,
  reviseFindingSchema,
} from "@/lib/input/findings";
import { readId } from "@/lib/input/sampling";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import { findingsPath } from "@/lib/views/findings";

const today = () => dateInAmsterdam(new Date());
const pageOf = (programme: string, finding: string, done: string) =>
  `${findingsPath(programme, finding)}?gedaan=${done}`;

export async function writeFindingAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(newFindingSchema, form, async (input) => {
    const grant = await authorize("finding:write");
    const programme = await findProgramme(grant, programmeCode);
    const id = await writeFinding(grant, programme, input, today());
    redirect(pageOf(programmeCode, id, "geschreven"));
  });
}

export async function reviseFindingAction(
  programmeCode: string,
  finding: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(reviseFindingSchema, form, async (input) => {
    const grant = await authorize("finding:write");
    const programme = await findProgramme(grant, programmeCode);
    await reviseFinding(grant, programme.id, readId(finding), input, today());
    redirect(pageOf(programmeCode, finding, "herschreven"));
  });
}

export async function issueFindingAction(
  programmeCode: string,
  finding: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(issueFindingSchema, form, async (input) => {
    const grant = await authorize("finding:write");
    const programme = await findProgramme(grant, programmeCode);
    await issueFinding(grant, { ...input, programmeId: programme.id, finding: readId(finding) });
    redirect(pageOf(programmeCode, finding, "uitgebracht"));
  });
}

export async function answerFindingAction(
  programmeCode: string,
  finding: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(answerFindingSchema, form, async ({ idempotencyKey, version, ...input }) => {
    const grant = await authorize("finding:respond");
    const programme = await findProgramme(grant, programmeCode);
    const at = { idempotencyKey, version, programmeId: programme.id, finding: readId(finding) };
    await answerFinding(grant, at, input);
    redirect(pageOf(programmeCode, finding, "beantwoord"));
  });
}

export async function closeFindingAction(
  programmeCode: string,
  finding: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(closeFindingSchema, form, async ({ idempotencyKey, version, ...input }) => {
    const grant = await authorize("finding:write");
    const programme = await findProgramme(grant, programmeCode);
    const at = { idempotencyKey, version, programmeId: programme.id, finding: readId(finding) };
    await closeFinding(grant, at, input);
    redirect(pageOf(programmeCode, finding, "afgesloten"));
  });
}

export async function reopenFindingAction(
  programmeCode: string,
  finding: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(reasonFindingSchema, form, async ({ text, ...input }) => {
    const grant = await authorize("finding:write");
    const programme = await findProgramme(grant, programmeCode);
    await reopenFinding(grant, { ...input, programmeId: programme.id, finding: readId(finding) }, text);
    redirect(pageOf(programmeCode, finding, "heropend"));
  });
}

export async function withdrawFindingAction(
  programmeCode: string,
  finding: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(reasonFindingSchema, form, async ({ text, ...input }) => {
    const grant = await authorize("finding:write");
    const programme = await findProgramme(grant, programmeCode);
    await withdrawFinding(grant, { ...input, programmeId: programme.id, finding: readId(finding) }, text);
    redirect(pageOf(programmeCode, finding, "ingetrokken"));
  });
}
