"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { submitForm } from "@/app/submit-form";
import type { DraftAnswer } from "@/components/entry/use-draft";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { dropDraft, saveDraft } from "@/lib/commands/entry/save-draft";
import { enterBatch } from "@/lib/commands/proposals/enter-batch";
import { parseDelimited } from "@/lib/domain/entry/delimited";
import { entryFields } from "@/lib/domain/entry/entry-fields";
import { placeCells } from "@/lib/domain/entry/place-cells";
import { atTheirCells, readRows } from "@/lib/domain/entry/read-rows";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { gridSchema, typedRows, withoutEmptyEnd } from "@/lib/input/entry";
import { entryContext, entryOptions } from "@/lib/queries/entry/entry-options";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { checkBatch } from "@/lib/queries/proposals/check-batch";
import { dateInAmsterdam, instant } from "@/lib/views/dates";
import { keptGrid } from "./kept-grid";

/** The buttons of the grid: propose all lines, put pasted cells in, more lines, or keep it for later. */
export async function gridAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(gridSchema, form, async ({ rows, trancheId, intent, ...input }) => {
    const grant = await authorize("allocation:propose");
    const programme = await findProgramme(grant, programmeCode);
    const locale = await getLocale();
    const options = await entryOptions(grant, programme.id, trancheId, locale);
    const t = await getTranslations("entry.grid");
    const typed = withoutEmptyEnd(rows);
    if (intent === "paste") {
      const cells = parseDelimited(input.pasted);
      const at = { row: typed.length, field: "areaId" };
      const placed =
        input.pasted.trim() === ""
          ? { rows: typed, lost: 0 }
          : placeCells(typed, entryFields(options.years), at, cells);
      const said = t("pasted", { rows: placed.rows.length - typed.length });
      const lost = placed.lost === 0 ? "" : ` ${t("lost", { lost: placed.lost })}`;
      return keptGrid(placed.rows, options.years, { heard: said + lost, name: input.name });
    }
    if (intent === "more")
      return keptGrid([...rows, ...Array.from({ length: 10 }, () => ({}))], options.years, {
        name: input.name,
      });
    if (intent === "keep") {
      const draft = { programmeId: programme.id, trancheId, version: input.draft, rows: typed };
      const { version, savedAt } = await saveDraft(grant, draft);
      const saved = t("saved", { at: instant(savedAt, locale) });
      return keptGrid(rows, options.years, { saved, version: String(version), name: input.name });
    }
    const read = readRows(typed, entryContext(options));
    const found = await checkBatch(grant, programme, read.lines);
    const reasons = atTheirCells(read, found, options.years);
    if (reasons.length > 0)
      throw new Refusal("blocked", { count: String(reasons.length) }, numbered(reasons));
    const today = dateInAmsterdam(new Date());
    const id = await enterBatch(grant, {
      idempotencyKey: input.idempotencyKey,
      programme,
      origin: "grid",
      name: input.name === "" ? t("batchName", { tranche: options.label }) : input.name,
      source: {},
      lines: read.lines.map((line) => ({ ...line, effectiveOn: line.decisionOn ?? today })),
      as: "proposed",
    });
    await dropDraft(grant, trancheId);
    redirect(`/programma/${programmeCode}/verzamelvoorstellen/${id}?gedaan=voorgelegd`);
  });
}

/** Each reason with the line of the grid in front of it, from the first line to the last. */
const numbered = (reasons: ReturnType<typeof atTheirCells>) =>
  reasons
    .map((reason) => {
      const row = /^lines\.(\d+)\./.exec(reason.field ?? "")?.[1];
      return row === undefined ? reason : { ...reason, line: Number(row) + 1 };
    })
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

const draftAsked = z.object({ trancheId: z.uuid(), version: z.int().nonnegative(), rows: typedRows });

/** Called while typing. */
export async function saveDraftAction(
  programmeCode: string,
  trancheId: string,
  version: number,
  rows: unknown,
): Promise<DraftAnswer> {
  const grant = await authorize("allocation:propose");
  const asked = draftAsked.parse({ trancheId, version, rows });
  const programme = await findProgramme(grant, programmeCode);
  const t = await getTranslations("entry.grid");
  try {
    const kept = await saveDraft(grant, { ...asked, programmeId: programme.id });
    return {
      saved: t("saved", { at: instant(kept.savedAt, await getLocale(), "second") }),
      version: kept.version,
    };
  } catch (error) {
    if (error instanceof NotFound || (error instanceof Refusal && error.code === "stale"))
      return { stale: true };
    throw error;
  }
}
