import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ProgrammeFrame } from "@/app/programma/[programme]/programme-frame";
import { FileProblem } from "@/components/entry/file-problem";
import { UploadForm } from "@/components/entry/upload-form";
import { EarlierUploads } from "@/components/report-workbook/earlier-uploads";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize } from "@/lib/auth/authorize";
import { FILE_LIMITS } from "@/lib/domain/entry/entry-file";
import { listReportUploads } from "@/lib/queries/report-workbook/find-report-upload";
import { reportPath } from "@/lib/views/reports";
import { earlierUpload } from "./earlier";
import { loadReport, reportLead } from "./load-report";

type Props = {
  params: Promise<{ programme: string; report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const asked = z.object({
  probleem: z.enum(["empty_file", "too_large", "gesloten"]).optional().catch(undefined),
  mb: z.coerce.number().int().positive().optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workbook"))("title") };
}

/** Download, fill in and bring back, with every file that was brought before. */
export default async function ReportWorkbookPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const { programme, report } = await loadReport(grant, await params);
  const { probleem, mb } = asked.parse(await searchParams);
  const [t, locale] = [await getTranslations("workbook"), await getLocale()];
  const path = reportPath(programme.code, report.header.id);
  const base = `${path}/werkboek`;
  const uploads = await listReportUploads(grant, report.header.id);
  const most = String(FILE_LIMITS.bytes / (1024 * 1024));
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="reports"
      crumbs={[
        { label: t("reports"), href: reportPath(programme.code) },
        { label: report.header.number, href: path },
        { label: t("title") },
      ]}
    >
      <PageTitle title={t("title")} lead={await reportLead(report)} />
      {probleem === "gesloten" && (
        <Alert id="gesloten" tone="block" title={t("closedTitle")} announce>
          <p>{t("closedText")}</p>
        </Alert>
      )}
      {probleem !== undefined && probleem !== "gesloten" && (
        <FileProblem
          problem={probleem}
          facts={{ most, ...(mb === undefined ? {} : { given: String(mb) }) }}
          heading={t("refused")}
        />
      )}
      {!report.steps.fill && probleem !== "gesloten" && (
        <Alert id="alleen-lezen" title={t("readOnlyTitle")}>
          <p>{t("readOnlyText")}</p>
        </Alert>
      )}
      <UploadForm
        action={report.steps.fill ? `${base}/inleveren` : undefined}
        download={`${base}/ophalen`}
        contents={t("contents")}
      />
      <EarlierUploads
        uploads={uploads.map((upload) =>
          earlierUpload(upload, { base, locale, reader: grant.actor.personId }),
        )}
      />
    </ProgrammeFrame>
  );
}
