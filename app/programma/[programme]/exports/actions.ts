"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { requestExport } from "@/lib/commands/exports/request-export";
import { PACKAGE_KIND } from "@/lib/domain/exports/job";
import { NotFound } from "@/lib/domain/refusal";
import { exportSort } from "@/lib/exports/kinds";
import { formatOf } from "@/lib/exports/make-file";
import { auditPackageSchema, exportJobSchema } from "@/lib/input/export-job";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { exportsPath } from "@/lib/views/exports";

/** Asks the worker for the file of a page, with its proof or without. */
export async function requestExportAction(
  code: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(exportJobSchema, form, async (input) => {
    const grant = await authorize("export:read");
    const sort = exportSort(input.kind);
    const format = sort && formatOf(sort.kind, input.format);
    if (sort === null || format === null) throw new NotFound("export");
    await authorize(sort.permission);
    const programme = await findProgramme(grant, code);
    const id = await requestExport(grant, {
      ...input,
      format,
      programmeId: programme.id,
      language: await getLocale(),
    });
    redirect(exportsPath(programme.code, id));
  });
}

/** Asks the worker for everything about a part of the programme. */
export async function requestPackageAction(
  code: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(auditPackageSchema, form, async ({ idempotencyKey, ...input }) => {
    const grant = await authorize("export:read");
    await authorize("reconciliation:read");
    await authorize("journal:read");
    const programme = await findProgramme(grant, code);
    const asked = {
      geldstroom: input.stream,
      gemeente: input.municipality,
      jaar: input.year,
      bekend: input.bekend,
    };
    const id = await requestExport(grant, {
      idempotencyKey,
      programmeId: programme.id,
      kind: PACKAGE_KIND,
      format: "zip",
      proved: true,
      question: Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== "")),
      language: await getLocale(),
    });
    redirect(exportsPath(programme.code, id));
  });
}
