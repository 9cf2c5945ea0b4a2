"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { submitForm } from "@/app/submit-form";
import type { FormState } from "@/components/forms/form-state";
import { authorize } from "@/lib/auth/authorize";
import { importBookings } from "@/lib/commands/own-ledger/import-bookings";
import { saveAccounts, saveColumns } from "@/lib/commands/own-ledger/save-mapping";
import { takeOverBookings } from "@/lib/commands/own-ledger/take-over";
import { withdrawImport } from "@/lib/commands/own-ledger/withdraw-import";
import {
  accountChoices,
  columnChoices,
  shownBookings,
  takenOver,
  withdrawnImport,
} from "@/lib/input/own-ledger";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ownLedgerPath } from "@/lib/views/own-ledger";
import { reportPath } from "@/lib/views/reports";
import { inLanguage } from "../rapportages/[report]/in-language";

/** Keeps which column of the file is what. */
export async function saveColumnsAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(columnChoices, form, async (input) => {
    const grant = await authorize("report:fill");
    const programme = await findProgramme(grant, programmeCode);
    await saveColumns(grant, programme.id, input);
    redirect(`${ownLedgerPath(programmeCode)}/inlezen/${input.uploadId}`);
  });
}

/** Keeps what accounts are. */
export async function saveAccountsAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(accountChoices, form, async (input) => {
    const grant = await authorize("report:fill");
    const programme = await findProgramme(grant, programmeCode);
    await saveAccounts(grant, programme.id, input);
    redirect(`${ownLedgerPath(programmeCode)}/inlezen/${input.uploadId}`);
  });
}

/** Takes the bookings of a file in. */
export async function importBookingsAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(shownBookings, form, async (input) => {
    const grant = await authorize("report:fill");
    const programme = await findProgramme(grant, programmeCode);
    const id = await importBookings(grant, programme.id, input);
    redirect(`${ownLedgerPath(programmeCode)}/${id}?gedaan=opgenomen`);
  });
}

/** Takes an import back. */
export async function withdrawImportAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(withdrawnImport, form, async (input) => {
    const grant = await authorize("report:fill");
    const programme = await findProgramme(grant, programmeCode);
    await withdrawImport(grant, programme.id, input);
    redirect(`${ownLedgerPath(programmeCode)}/${input.importId}?gedaan=ingetrokken`);
  });
}

/** Makes the sums of the bookings the figures of the report. */
export async function takeOverAction(
  programmeCode: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(takenOver, form, async (input) => {
    const grant = await authorize("report:fill");
    const programme = await findProgramme(grant, programmeCode);
    const locale = await getLocale();
    await takeOverBookings(grant, programme.id, input).catch((error: unknown) => {
      // Somebody saved meanwhile: the page shows the newest version from here on.
      revalidatePath(reportPath(programmeCode, input.report));
      throw inLanguage(error, locale);
    });
    redirect(`${reportPath(programmeCode, input.report)}?gedaan=saved`);
  });
}
