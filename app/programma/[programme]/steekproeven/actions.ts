"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { askEvidence, withdrawRequest } from "@/lib/commands/sampling/ask-evidence";
import { drawSample } from "@/lib/commands/sampling/draw-sample";
import { recordResult, restIsRight } from "@/lib/commands/sampling/record-result";
import { setSampleMinimum } from "@/lib/commands/sampling/set-minimum";
import { cents } from "@/lib/domain/money";
import {
  askEvidenceSchema,
  attributeResultSchema,
  drawSchema,
  monetaryResultSchema,
  readId,
  readSeq,
  restIsRightSchema,
  sampleMinimumSchema,
  withdrawRequestSchema,
} from "@/lib/input/sampling";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import { samplesPath } from "@/lib/views/sampling";

const today = () => dateInAmsterdam(new Date());

export async function drawSampleAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(drawSchema, form, async (input) => {
    const grant = await authorize("sample:manage");
    const programme = await findProgramme(grant, programmeCode);
    const id = await drawSample(grant, programme, input, today());
    redirect(`${samplesPath(programmeCode, id)}?gedaan=getrokken`);
  });
}

export async function recordAmountsAction(
  programmeCode: string,
  sample: string,
  seq: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(monetaryResultSchema, form, async ({ audited, uncertain, ...input }) => {
    const grant = await authorize("sample:manage");
    const programme = await findProgramme(grant, programmeCode);
    const place = { programmeId: programme.id, sampleId: readId(sample), seq: readSeq(seq) };
    const established = { audited, uncertain: uncertain ?? cents(0n) };
    await recordResult(grant, place, { ...input, established });
    redirect(`${samplesPath(programmeCode, sample, place.seq)}?gedaan=vastgelegd`);
  });
}

export async function recordDeviationAction(
  programmeCode: string,
  sample: string,
  seq: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(attributeResultSchema, form, async ({ deviates, ...input }) => {
    const grant = await authorize("sample:manage");
    const programme = await findProgramme(grant, programmeCode);
    const place = { programmeId: programme.id, sampleId: readId(sample), seq: readSeq(seq) };
    await recordResult(grant, place, { ...input, established: { deviates: deviates === "yes" } });
    redirect(`${samplesPath(programmeCode, sample, place.seq)}?gedaan=vastgelegd`);
  });
}

export async function restIsRightAction(
  programmeCode: string,
  sample: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(restIsRightSchema, form, async ({ remark, ...input }) => {
    const grant = await authorize("sample:manage");
    const programme = await findProgramme(grant, programmeCode);
    const place = { programmeId: programme.id, sampleId: readId(sample) };
    await restIsRight(grant, place, { ...input, remark: remark ?? "" });
    redirect(`${samplesPath(programmeCode, sample)}?gedaan=vastgelegd`);
  });
}

/** About one item, or about every item that is left when `seq` is null. */
export async function askEvidenceAction(
  programmeCode: string,
  sample: string,
  seq: string | null,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(askEvidenceSchema, form, async ({ question, ...input }) => {
    const grant = await authorize("sample:manage");
    const programme = await findProgramme(grant, programmeCode);
    const one = seq === null ? null : readSeq(seq);
    await askEvidence(grant, {
      ...input,
      programmeId: programme.id,
      sampleId: readId(sample),
      seq: one,
      question: question ?? "",
      today: today(),
    });
    redirect(`${samplesPath(programmeCode, sample, one ?? undefined)}?gedaan=gevraagd`);
  });
}

export async function withdrawRequestAction(
  programmeCode: string,
  sample: string,
  seq: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(withdrawRequestSchema, form, async ({ note, ...input }) => {
    const grant = await authorize("sample:manage");
    const programme = await findProgramme(grant, programmeCode);
    await withdrawRequest(grant, { ...input, note: note ?? "", programmeId: programme.id });
    redirect(`${samplesPath(programmeCode, sample, readSeq(seq))}?gedaan=ingetrokken`);
  });
}

export async function setMinimumAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(sampleMinimumSchema, form, async ({ source, ...input }) => {
    const grant = await authorize("sample:manage");
    const programme = await findProgramme(grant, programmeCode);
    await setSampleMinimum(grant, programme.id, { ...input, source: source ?? "" });
    redirect(`${samplesPath(programmeCode)}?gedaan=grens`);
  });
}
