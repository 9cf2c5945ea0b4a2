"use server";

import { redirect } from "next/navigation";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { scanEvidence } from "@/lib/commands/evidence/scan-evidence";
import { withdrawEvidence } from "@/lib/commands/evidence/withdraw-evidence";
import { scanAgainSchema, withdrawEvidenceSchema } from "@/lib/input/evidence";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findReport } from "@/lib/queries/reports/find-report";
import { dateInAmsterdam } from "@/lib/views/dates";
import { evidencePath } from "@/lib/views/evidence";

export async function withdrawEvidenceAction(
  programme: string,
  report: string,
  page: number,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(withdrawEvidenceSchema, form, async ({ reason, ...input }) => {
    const grant = await authorize("report:fill");
    await withdrawEvidence(grant, { ...input, report, reason: reason ?? "" });
    const shown = Number.isSafeInteger(page) && page > 1 ? `&pagina=${page}` : "";
    redirect(`${evidencePath(programme, report)}?gedaan=ingetrokken${shown}`);
  });
}

/** Asks the scanner once more about what waits; anybody who sees the documents may. */
export async function scanAgainAction(
  programme: string,
  report: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(scanAgainSchema, form, async () => {
    const grant = await authorize("report:read");
    const found = await orNotFound(findProgramme(grant, programme));
    await orNotFound(findReport(grant, found.id, report, dateInAmsterdam(new Date())));
    await scanEvidence(report);
    redirect(`${evidencePath(programme, report)}?gedaan=gescand`);
  });
}
