import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AddEvidenceForm } from "@/components/evidence/add-evidence-form";
import { DocumentTable } from "@/components/evidence/document-table";
import { AnswerForm } from "@/components/sampling/answer-form";
import { AskedList } from "@/components/sampling/asked-list";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EuroText } from "@/components/signs/euro-text";
import { Facts } from "@/components/signs/facts";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import type { MunicipalityRequest } from "@/lib/domain/sampling/evidence-request";
import { SAMPLING_DONE } from "@/lib/input/sampling";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findRequest } from "@/lib/queries/sampling/evidence-requests";
import { dateInAmsterdam, longDate } from "@/lib/views/dates";
import { evidencePath } from "@/lib/views/evidence";
import { reportPath } from "@/lib/views/reports";
import { requestsPath } from "@/lib/views/sampling";
import { ProgrammeFrame } from "../../programme-frame";
import { keptForm } from "../../rapportages/[report]/bewijs/kept-form";
import { answerRequestAction } from "../actions";
import "@/app/styles/reports.css";
import "@/app/styles/evidence.css";
import "@/app/styles/audit.css";

type Props = {
  params: Promise<{ programme: string; request: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sampling.requests"))("one") };
}

/** A question of an auditor about one line of a report, and for the coordinator the way to answer it. */
export default async function RequestPage({ params, searchParams }: Props) {
  const grant = await authorize("request:read");
  const { programme: code, request: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const { request, documents } = await orNotFound(findRequest(grant, programme.id, id));
  const fills = await tryAuthorize("report:fill");
  const mayAnswer =
    request.end === null && fills?.actor.organisationIds.includes(request.municipalityId) === true;
  const [t, locale] = [await getTranslations("sampling.requests"), await getLocale()];
  const [all, asked] = [await getTranslations("sampling"), await searchParams];
  const done = SAMPLING_DONE.parse(asked.gedaan);
  const base = evidencePath(programme.code, request.reportId);
  const name = `${request.areaName}, ${locale === "en" ? request.themeEn : request.themeNl}`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="requests"
      crumbs={[{ label: t("title"), href: requestsPath(programme.code) }, { label: name }]}
    >
      <PageTitle title={t("oneTitle", { name })} lead={request.question} />
      {done && <Alert id="gedaan" tone="ok" announce title={all(`done.${done}`)} />}
      <div className="cols cols-1-1">
        <section aria-labelledby="waarover">
          <h2 id="waarover">{t("about")}</h2>
          <About request={request} programme={programme.code} />
        </section>
        <section aria-labelledby="vraag">
          <h2 id="vraag">{t("asked")}</h2>
          <AskedList
            requests={[request]}
            today={dateInAmsterdam(new Date())}
            documentHref={(document) => `${base}/${document}`}
          />
        </section>
      </div>
      <section className="section" aria-labelledby="documenten">
        <h2 id="documenten">{t("documents")}</h2>
        {documents.length === 0 ? (
          <p className="muted">{t("noDocuments")}</p>
        ) : (
          <DocumentTable documents={documents} name={name} base={base} />
        )}
      </section>
      {mayAnswer && (
        <>
          <AddEvidenceForm
            lines={[]}
            action={`${base}/bestand`}
            idempotencyKey={randomUUID()}
            state={await keptForm(asked)}
            chosen={undefined}
            request={{ id: request.id, line: request.line }}
          />
          <AnswerForm
            action={answerRequestAction.bind(null, programme.code, request.id)}
            idempotencyKey={randomUUID()}
            documents={documents}
          />
        </>
      )}
    </ProgrammeFrame>
  );
}

async function About({ request, programme }: { request: MunicipalityRequest; programme: string }) {
  const [t, locale] = [await getTranslations("sampling.requests"), await getLocale()];
  return (
    <Facts
      facts={[
        { term: t("municipality"), value: request.municipalityName },
        { term: t("stream"), value: request.streamName },
        {
          term: t("report"),
          value: <a href={reportPath(programme, request.reportId)}>{request.reportNumber}</a>,
        },
        { term: t("booked"), value: <EuroText value={request.amount} />, look: "figure" },
        { term: t("effectiveOn"), value: longDate(request.effectiveOn, locale), look: "figure" },
        { term: t("dueOn"), value: longDate(request.dueOn, locale), look: "figure" },
      ]}
    />
  );
}
