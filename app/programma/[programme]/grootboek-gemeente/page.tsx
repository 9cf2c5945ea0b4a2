import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { LedgerFileProblem } from "@/components/own-ledger/file-problem";
import { ImportList } from "@/components/own-ledger/import-list";
import { LedgerUploadForm } from "@/components/own-ledger/ledger-upload-form";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { FILE_PROBLEMS } from "@/lib/domain/entry/entry-file";
import { factsOfAddress } from "@/lib/input/file-problem";
import { listImports } from "@/lib/queries/own-ledger/imports";
import { openReports } from "@/lib/queries/own-ledger/mapping";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ownLedgerPath } from "@/lib/views/own-ledger";
import { reportPath } from "@/lib/views/reports";
import { ProgrammeFrame } from "../programme-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const asked = z.object({
  rapportage: z.uuid().optional().catch(undefined),
  probleem: z.enum(FILE_PROBLEMS).optional().catch(undefined),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownLedger"))("title") };
}

/** Bookings of the municipality's own ledger: bring a file, and see what was brought before. */
export default async function OwnLedgerPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const filling = await tryAuthorize("report:fill");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("ownLedger");
  const given = await searchParams;
  const { rapportage, probleem } = asked.parse(given);
  const base = ownLedgerPath(programme.code);
  const imports = await listImports(grant, programme.id);
  const reports = filling === null ? [] : await openReports(filling, programme.id);
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="ownLedger" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t(filling === null ? "leadRead" : "lead")} />
      {probleem && <LedgerFileProblem problem={probleem} facts={factsOfAddress(given)} />}
      {filling !== null && (
        <section className="section" aria-labelledby="inlezen">
          <h2 id="inlezen">{t("upload.title")}</h2>
          {reports.length > 0 ? (
            <LedgerUploadForm action={`${base}/bestand`} reports={reports} chosen={rapportage} />
          ) : (
            <EmptyState title={t("upload.noReport")} level={3}>
              {t.rich("upload.noReportText", {
                link: (text) => <a href={reportPath(programme.code)}>{text}</a>,
              })}
            </EmptyState>
          )}
          <p className="small above-m">
            <a href={`${base}/koppeling`}>{t("upload.mapping")}</a>
          </p>
        </section>
      )}
      <section className="section" aria-labelledby="ingelezen">
        <h2 id="ingelezen">{t("imports.title")}</h2>
        {imports.length > 0 ? (
          <ImportList imports={imports} base={base} />
        ) : (
          <EmptyState title={t("imports.none")} level={3}>
            {t(filling === null ? "imports.noneRead" : "imports.noneText")}
          </EmptyState>
        )}
      </section>
    </ProgrammeFrame>
  );
}
