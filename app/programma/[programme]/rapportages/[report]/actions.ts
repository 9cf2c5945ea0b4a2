"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { formObject, submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { acceptReport } from "@/lib/commands/reports/accept-report";
import { returnReport } from "@/lib/commands/reports/return-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { sayRemark } from "@/lib/commands/reports/say-remark";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { Refusal } from "@/lib/domain/refusal";
import { type ReportInput, reportSchema } from "@/lib/input/report";
import { exactReportSchema, remarkSchema, returnReportSchema } from "@/lib/input/report-review";
import { touchedOf } from "@/lib/input/report-touched";
import { recently } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";
import { inLanguage } from "./in-language";

/** Saves what was filled in. Saving by itself stays on the page; the buttons go on to what comes next. */
export async function saveReportAction(
  programme: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { touched, before } = touchedOf(form);
  const held = before === null ? null : (reportSchema.safeParse(formObject(before)).data ?? null);
  return submitForm(reportSchema, touched, async ({ submitKey, ...input }) => {
    const grant = await authorize("report:fill");
    const locale = await getLocale();
    const path = reportPath(programme, input.report);
    const saved = await saveReport(grant, input, held).catch((error: unknown) => {
      // The page shows the newest version from here on: saving once more is a choice and no accident.
      if (input.intent !== "auto") revalidatePath(path);
      throw inLanguage(error, locale);
    });
    if (input.intent === "auto") {
      revalidatePath(path);
      const t = await getTranslations("reports.auto");
      const said = t("saved", { time: recently(saved.savedAt, new Date(), locale) });
      return {
        status: "idle",
        values: { version: saved.version, saved: said },
        fieldErrors: {},
        reasons: [],
      };
    }
    if (input.intent === "save") redirect(`${path}?gedaan=saved`);
    const done = await submitReport(grant, {
      idempotencyKey: submitKey,
      report: input.report,
      version: versionOf(saved, input),
    })
      .then(() => "submitted")
      .catch((error: unknown) => {
        if (error instanceof Refusal && error.code === "blocked") return "blocked";
        throw error;
      });
    redirect(`${path}?gedaan=${done}`);
  });
}

const versionOf = (saved: { readonly version: string }, input: Pick<ReportInput, "version">): number => {
  const version = Number(saved.version);
  return Number.isSafeInteger(version) ? version : input.version;
};

export async function signReportAction(
  programme: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(exactReportSchema, form, async (input) => {
    const grant = await authorize("report:sign");
    await signReport(grant, input);
    redirect(`${reportPath(programme, input.report)}?gedaan=signed`);
  });
}

export async function acceptReportAction(
  programme: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(exactReportSchema, form, async (input) => {
    const grant = await authorize("report:review");
    await acceptReport(grant, input);
    redirect(`${reportPath(programme, input.report)}?gedaan=accepted`);
  });
}

/** The signer gives it back before signing. */
export async function returnToCoordinatorAction(
  programme: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(returnReportSchema, form, async (input) => {
    const grant = await authorize("report:sign");
    await returnReport(grant, input);
    redirect(`${reportPath(programme, input.report)}?gedaan=returned`);
  });
}

/** The ministry gives it back after signing. */
export async function returnToMunicipalityAction(
  programme: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(returnReportSchema, form, async (input) => {
    const grant = await authorize("report:review");
    await returnReport(grant, input);
    redirect(`${reportPath(programme, input.report)}?gedaan=returned`);
  });
}

/** The ministry asks or remarks while it reviews. */
export async function remarkAsMinistryAction(
  programme: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(remarkSchema, form, async (input) => {
    const grant = await authorize("report:review");
    await sayRemark(grant, input);
    redirect(`${reportPath(programme, input.report)}?gedaan=said`);
  });
}

/** The municipality answers or remarks. */
export async function remarkAsMunicipalityAction(
  programme: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(remarkSchema, form, async (input) => {
    const grant = await authorize("report:fill");
    await sayRemark(grant, input);
    redirect(`${reportPath(programme, input.report)}?gedaan=said`);
  });
}
