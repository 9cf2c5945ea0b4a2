import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { Facts } from "@/components/signs/facts";
import { BridgeTable } from "@/components/sisa/bridge-table";
import { CbsAnswerSection } from "@/components/sisa/cbs-answer";
import { DeliveryDecision } from "@/components/sisa/decision-form";
import { IndicatorTables } from "@/components/sisa/indicator-tables";
import { ToleranceTable } from "@/components/sisa/tolerance-table";
import { VersionTag } from "@/components/sisa/version-list";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { instant, shortDate } from "@/lib/views/dates";
import { shownDelivered, sisaPath } from "@/lib/views/sisa";
import { ProgrammeFrame } from "../../../programme-frame";
import { decideSisaAction, recordCbsAnswerAction } from "./actions";
import { askedVersion } from "./asked-version";
import "@/app/styles/sisa.css";

type Props = {
  params: Promise<{ programme: string; version: string }>;
  searchParams: Promise<{ gedaan?: string }>;
};

const DONE = ["klaargezet", "geleverd", "teruggegeven", "antwoord"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sisa.version"))("title") };
}

/** A version exactly as it was frozen; the signer delivers what is on this page. */
export default async function SisaVersionPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const { programme: code, version: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const delivery = await orNotFound(askedVersion(grant, programme.id, id));
  const [t, locale] = [await getTranslations("sisa.version"), await getLocale()];
  const { content, decided, bridge, version, year } = delivery;
  const signs = await tryAuthorize("report:sign");
  const mayDecide =
    decided === null &&
    (signs?.actor.organisationIds.includes(delivery.municipalityId) ?? false) &&
    signs?.actor.personId !== delivery.preparedBy.id;
  const home = sisaPath(code, content.municipality.code, year);
  const files = `${sisaPath(code)}/versies/${id}`;
  const { gedaan } = await searchParams;
  const done = DONE.find((one) => one === gedaan);
  const rows = content.rows.map(shownDelivered);
  const fills = signs ?? (await tryAuthorize("report:fill"));
  const mayRecord = fills?.actor.organisationIds.includes(delivery.municipalityId) ?? false;
  const journal = (await tryAuthorize("journal:read")) !== null;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="sisa"
      crumbs={[{ label: t("sisa", { year: String(year) }), href: home }, { label: t("short", { version }) }]}
    >
      <PageTitle
        title={t("titleOf", { version, year: String(year), municipality: content.municipality.name })}
        lead={t(decided === null ? "leadWaiting" : "lead")}
      >
        <VersionTag decided={decided} cbs={delivery.cbs} />
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      {decided?.outcome === "returned" && (
        <Alert id="terug" tone="warn" title={t("returnedBy", { name: decided.by })}>
          <p>{decided.reason}</p>
        </Alert>
      )}
      <div className="cols cols-2-1">
        <Facts
          facts={[
            {
              term: t("prepared"),
              value: `${delivery.preparedBy.name}, ${instant(delivery.preparedAt, locale)}`,
            },
            ...(decided?.outcome === "delivered"
              ? [{ term: t("delivered"), value: `${decided.by}, ${instant(decided.at, locale)}` }]
              : []),
            { term: t("adopted"), value: shortDate(content.adoptedOn, locale) },
            { term: t("deadline"), value: shortDate(content.deadline, locale) },
            { term: t("ledger"), value: String(delivery.ledgerSeq), look: "figure" },
            {
              term: t("hash"),
              value: <span className="sisa-hash">{delivery.contentHash}</span>,
              look: "mono",
            },
          ]}
        />
        <section aria-labelledby="bestanden">
          <h2 id="bestanden">{t("files")}</h2>
          <ul>
            <li>
              <a href={`${files}/werkboek.xlsx`} download>
                {t("workbook")}
              </a>
            </li>
            <li>
              <a href={`${files}/levering.zip`} download>
                {t("folder")}
              </a>
            </li>
          </ul>
          <p className="small">{t("folderText")}</p>
        </section>
      </div>
      {decided?.outcome === "delivered" && (
        <CbsAnswerSection
          answers={delivery.cbsAnswers}
          form={
            mayRecord
              ? { action: recordCbsAnswerAction.bind(null, code, id), idempotencyKey: randomUUID() }
              : undefined
          }
        />
      )}
      {bridge.length > 0 && (
        <section className="section" aria-labelledby="brug">
          <h2 id="brug">{t("bridge", { old: delivery.correctsVersion ?? 0, version })}</h2>
          <p>{delivery.reason}</p>
          <BridgeTable
            lines={bridge}
            entryHref={journal ? (seq) => `/programma/${code}/grootboek/${seq}` : undefined}
          />
        </section>
      )}
      <IndicatorTables year={year} schemes={content.schemes} rows={rows} />
      <ToleranceTable rows={rows} tolerance={content.tolerance} />
      {mayDecide && (
        <DeliveryDecision
          action={decideSisaAction.bind(null, code, id)}
          idempotencyKey={randomUUID()}
          contentHash={delivery.contentHash}
          version={version}
        />
      )}
    </ProgrammeFrame>
  );
}
