import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProgrammeFrame } from "@/app/programma/[programme]/programme-frame";
import { AddEvidenceForm } from "@/components/evidence/add-evidence-form";
import { CoverageLead } from "@/components/evidence/coverage-lead";
import { EvidenceLines } from "@/components/evidence/evidence-lines";
import { UnmetList } from "@/components/evidence/unmet-list";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { linePage, linesOn } from "@/lib/domain/evidence/line-page";
import { scannerAddress } from "@/lib/files/evidence/settings";
import { EVIDENCE_DONE } from "@/lib/input/evidence";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findReport } from "@/lib/queries/reports/find-report";
import { dateInAmsterdam } from "@/lib/views/dates";
import { evidencePath, requirementsPath } from "@/lib/views/evidence";
import { reportPath } from "@/lib/views/reports";
import { HiddenLines } from "../hidden-lines";
import { scanAgainAction, withdrawEvidenceAction } from "./actions";
import { keptForm } from "./kept-form";
import { LinePages } from "./line-pages";
import { ScanNote } from "./scan-note";
import "@/app/styles/reports.css";
import "@/app/styles/evidence.css";

type Props = {
  params: Promise<{ programme: string; report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evidence"))("title") };
}

/** Every line of a report with its documents, how much they support, and for who fills it the form to add one. */
export default async function EvidencePage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const { programme: code, report: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const report = await orNotFound(findReport(grant, programme.id, id, dateInAmsterdam(new Date())));
  const [t, reports] = [await getTranslations("evidence"), await getTranslations("reports")];
  const asked = await searchParams;
  const { header, steps, visible } = report;
  const base = evidencePath(programme.code, header.id);
  const done = EVIDENCE_DONE.parse(asked.gedaan);
  const page = linePage(report.lines, { page: asked.pagina, line: asked.regel });
  const withdraw = withdrawEvidenceAction.bind(null, programme.code, header.id, page);
  const names = { year: String(header.year), period: header.period, periods: header.periods };
  const name = reports("reportOf", { stream: header.streamName, ...names });
  const lead = t("lead", {
    stream: header.streamName,
    period: reports("reportTitle", names),
    municipality: header.municipalityName,
    open: steps.fill ? "yes" : "no",
  });
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="reports"
      crumbs={[
        { label: reports("title"), href: reportPath(programme.code) },
        { label: name, href: reportPath(programme.code, header.id) },
        { label: t("titleShort") },
      ]}
    >
      <PageTitle title={t("title")} lead={lead} />
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      {!visible && <HiddenLines />}
      {visible && (
        <>
          <CoverageLead report={report} programme={programme.code} />
          <UnmetList report={report} programme={programme.code} />
          <ScanNote
            documents={report.evidence.documents}
            scanner={scannerAddress() !== null}
            again={scanAgainAction.bind(null, programme.code, header.id)}
          />
          {steps.fill && (
            <AddEvidenceForm
              lines={report.lines}
              action={`${base}/bestand`}
              idempotencyKey={randomUUID()}
              state={await keptForm(asked)}
              chosen={typeof asked.regel === "string" ? asked.regel : undefined}
            />
          )}
          <EvidenceLines
            report={{ ...report, lines: linesOn(report.lines, page) }}
            base={base}
            withdraw={steps.fill ? () => ({ action: withdraw, idempotencyKey: randomUUID() }) : undefined}
          />
          <LinePages page={page} total={report.lines.length} base={base} />
          <p>
            <a href={requirementsPath(programme.code)}>{t("requirements.link")}</a>
          </p>
        </>
      )}
    </ProgrammeFrame>
  );
}
