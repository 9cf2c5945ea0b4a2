import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ProgrammeFrame } from "@/app/programma/[programme]/programme-frame";
import { FileProblem } from "@/components/entry/file-problem";
import { FileProgress } from "@/components/entry/file-progress";
import { RefusedFile } from "@/components/report-workbook/refused-file";
import { PageTitle } from "@/components/shell/page-title";
import { authorize } from "@/lib/auth/authorize";
import { FILE_PROBLEMS } from "@/lib/domain/entry/entry-file";
import { fileBack } from "@/lib/domain/report-workbook/report-upload";
import { longInstant } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";
import { loadReport } from "../load-report";
import { uploadAt } from "./find-upload";
import { Uploaded } from "./uploaded";

type Props = { params: Promise<{ programme: string; report: string; upload: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workbook.preview"))("title") };
}

/** A file that was brought: how far it is read, then what it would do, then what it did. */
export default async function UploadedReportPage({ params }: Props) {
  const grant = await authorize("report:read");
  const at = await params;
  const { programme, upload } = await uploadAt(grant, at);
  const [t, locale] = [await getTranslations("workbook"), await getLocale()];
  const path = reportPath(programme.code, upload.reportId);
  const base = `${path}/werkboek`;
  const { outcome } = upload;
  const lead = t("preview.lead", {
    file: upload.fileName,
    who: upload.personName,
    at: longInstant(upload.uploadedAt, locale),
  });
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="reports"
      crumbs={[
        { label: t("reports"), href: reportPath(programme.code) },
        { label: upload.reportNumber, href: path },
        { label: t("title"), href: base },
        { label: t("preview.title") },
      ]}
    >
      <PageTitle title={t("preview.title")} lead={lead} />
      {outcome === null && <FileProgress done={upload.rowsDone} total={upload.rowsTotal} />}
      {outcome !== null && outcome.refusal !== null && (
        <>
          <FileProblem
            problem={z.enum(FILE_PROBLEMS).catch("interrupted").parse(outcome.refusal.problem)}
            facts={outcome.refusal.facts}
            heading={t("refused")}
          />
          <RefusedFile
            fileName={upload.fileName}
            by={upload.personName}
            back={fileBack(upload, grant.actor.personId)}
            file={`${base}/${upload.id}/bestand`}
          />
          <p>
            <a href={base}>{t("preview.again")}</a>
          </p>
        </>
      )}
      {outcome !== null && outcome.refusal === null && (
        <Uploaded
          grant={grant}
          report={(await loadReport(grant, at)).report}
          programme={programme.code}
          upload={upload}
          found={outcome}
          base={base}
        />
      )}
    </ProgrammeFrame>
  );
}
