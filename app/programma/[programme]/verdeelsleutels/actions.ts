"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { proposeRun } from "@/lib/commands/distribution/propose-run";
import { runKey } from "@/lib/commands/distribution/run-key";
import { enterInput } from "@/lib/commands/distribution/write-input";
import { writeKey } from "@/lib/commands/distribution/write-key";
import { tryRun } from "@/lib/commands/scenarios/try-run";
import { Refusal } from "@/lib/domain/refusal";
import { readValueFile } from "@/lib/files/distribution/value-file";
import { inputSchema, keySchema, runBatchSchema, runSchema } from "@/lib/input/distribution";
import { tryRunSchema } from "@/lib/input/scenario";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import { changedParts } from "./key-values";

const within = (programmeCode: string) => `/programma/${programmeCode}/verdeelsleutels`;

/** Keeps a key or its next version; the other buttons of the form add, move or remove a part and keep what was typed. */
export async function keyAction(
  programmeCode: string,
  keyId: string | null,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const grant = await authorize("allocation:propose");
  const changed = changedParts(form);
  if (changed !== null)
    redirect(`${within(programmeCode)}/${keyId === null ? "nieuw" : `${keyId}/wijzigen`}?${changed}#parts`);
  return submitForm(keySchema, form, async ({ grain, among, statedPot, parts, ...input }) => {
    const programme = await findProgramme(grant, programmeCode);
    const definition = { format: "geldstroom-key-v1", grain, among, parts, statedPot } as const;
    const { idempotencyKey, streamId, name, legalSource, effectiveOn, reason, seen } = input;
    const entered = { idempotencyKey, streamId, name, legalSource, effectiveOn, reason, seen };
    const id = await writeKey(grant, { ...entered, programmeId: programme.id, keyId, definition });
    redirect(`${within(programmeCode)}/${id}?gedaan=${keyId === null ? "gemaakt" : "versie"}`);
  });
}

/** Keeps a set of figures, typed, pasted or from a file. */
export async function enterInputAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const grant = await authorize("allocation:propose");
  const file = form.get("file");
  const read =
    file instanceof File && file.size > 0
      ? readValueFile(file.name, new Uint8Array(await file.arrayBuffer()))
      : null;
  if (typeof read === "string") form.set("lines", read);
  return submitForm(inputSchema, form, async ({ confirm, ...input }) => {
    if (read !== null && typeof read !== "string") throw new Refusal("blocked", { count: "1" }, [read]);
    const programme = await findProgramme(grant, programmeCode);
    const { idempotencyKey, streamId, name, grain, source, sourceOn, typed, lines } = input;
    const entered = { idempotencyKey, streamId, name, grain, source, sourceOn, typed, lines };
    const id = await enterInput(grant, {
      ...entered,
      programmeId: programme.id,
      confirmed: confirm === "on",
    });
    redirect(`${within(programmeCode)}/gegevens/${id}`);
  });
}

/** Divides the pots by a version of the key, and keeps what came out. */
export async function runKeyAction(
  programmeCode: string,
  keyId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(runSchema, form, async ({ idempotencyKey, version, trancheId, pots, inputs }) => {
    const grant = await authorize("allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    const asked = { idempotencyKey, version, trancheId, pots, inputs };
    const id = await runKey(grant, { ...asked, programmeId: programme.id, keyId });
    redirect(`${within(programmeCode)}/berekeningen/${id}`);
  });
}

/** Makes a batch of a run. */
export async function proposeRunAction(
  programmeCode: string,
  runId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(runBatchSchema, form, async (input) => {
    const grant = await authorize("allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    const today = dateInAmsterdam(new Date());
    const id = await proposeRun(grant, { ...input, programme, runId, today });
    redirect(`/programma/${programmeCode}/verzamelvoorstellen/${id}`);
  });
}

/** Puts a run into a scenario, to be tried first. */
export async function tryRunAction(
  programmeCode: string,
  runId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(tryRunSchema, form, async (input) => {
    const grant = await authorize("allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    redirect(`/programma/${programmeCode}/scenarios/${await tryRun(grant, programme.id, runId, input)}`);
  });
}
