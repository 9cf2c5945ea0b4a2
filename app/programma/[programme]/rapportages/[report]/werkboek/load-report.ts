import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { orNotFound } from "@/lib/auth/authorize";
import type { Grant } from "@/lib/domain/access";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { findProgramme, type ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { findReport } from "@/lib/queries/reports/find-report";
import { dateInAmsterdam } from "@/lib/views/dates";

export interface LoadedReport {
  readonly programme: ProgrammeRow;
  readonly report: ReportFile;
}

/** The report of an address, as far as its lines are for this reader: a ministry has no workbook of a draft. */
export async function loadReport(
  grant: Grant<"report:read">,
  params: { readonly programme: string; readonly report: string },
): Promise<LoadedReport> {
  const programme = await orNotFound(findProgramme(grant, params.programme));
  const report = await orNotFound(
    findReport(grant, programme.id, params.report, dateInAmsterdam(new Date())),
  );
  if (!report.visible) notFound();
  return { programme, report };
}

/** "Voorbeeldstad. Oefenregeling Wijken, periode 2 van 2026." */
export async function reportLead({ header }: ReportFile): Promise<string> {
  const t = await getTranslations("workbook");
  const { year, period, periods, municipalityName, streamName } = header;
  return t("lead", {
    municipality: municipalityName,
    stream: streamName,
    period: t("period", { year: String(year), period, periods }),
  });
}

export const programmeName = async ({ nameNl, nameEn }: ProgrammeRow): Promise<string> =>
  (await getLocale()) === "en" ? nameEn : nameNl;
