import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AskForm } from "@/components/sampling/ask-form";
import { AskedList } from "@/components/sampling/asked-list";
import { ResultForm } from "@/components/sampling/result-form";
import { ResultHistory } from "@/components/sampling/result-history";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EuroText } from "@/components/signs/euro-text";
import { Facts } from "@/components/signs/facts";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import type { SampleItem } from "@/lib/domain/sampling/sample";
import { readSeq, SAMPLING_DONE } from "@/lib/input/sampling";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findSampleItem } from "@/lib/queries/sampling/find-sample";
import { dateInAmsterdam, longDate } from "@/lib/views/dates";
import { evidencePath } from "@/lib/views/evidence";
import { findingsPath } from "@/lib/views/findings";
import { euro } from "@/lib/views/money";
import { reportPath } from "@/lib/views/reports";
import { samplesPath } from "@/lib/views/sampling";
import { ProgrammeFrame } from "../../../programme-frame";
import {
  askEvidenceAction,
  recordAmountsAction,
  recordDeviationAction,
  withdrawRequestAction,
} from "../../actions";
import "@/app/styles/audit.css";

type Props = {
  params: Promise<{ programme: string; sample: string; seq: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("sampling.items");
  return { title: t("entry", { seq: (await params).seq.slice(0, 18) }) };
}

/** One item: what was booked and why it was drawn, what was asked and answered, and what was established. */
export default async function SampleItemPage({ params, searchParams }: Props) {
  const grant = await authorize("sample:manage");
  const { programme: code, sample, seq: text } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const { header, item, next } = await orNotFound(
    (async () => findSampleItem(grant, programme.id, { sample, seq: readSeq(text) }))(),
  );
  const [t, locale] = [await getTranslations("sampling"), await getLocale()];
  const done = SAMPLING_DONE.parse((await searchParams).gedaan);
  const place = [programme.code, header.id, String(item.seq)] as const;
  const record = header.method === "monetary" ? recordAmountsAction : recordDeviationAction;
  const open = item.requests.some(({ end }) => end === null);
  const title = t("items.entry", { seq: String(item.seq) });
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="samples"
      crumbs={[
        { label: t("title"), href: samplesPath(programme.code) },
        { label: header.number, href: samplesPath(programme.code, header.id) },
        { label: title },
      ]}
    >
      <PageTitle
        title={t("items.entryTitle", { seq: String(item.seq), amount: euro(item.amount, locale) })}
        lead={t(`items.strataText.${item.stratum}`)}
      >
        {next !== null && (
          <p className="small">
            <a href={samplesPath(programme.code, header.id, next)}>{t("items.next")}</a>
          </p>
        )}
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      <div className="cols cols-1-1">
        <section aria-labelledby="geboekt">
          <h2 id="geboekt">{t("items.booked")}</h2>
          <Booked item={item} programme={programme.code} />
          <h2 className="above-m">{t("asked.title")}</h2>
          <AskedList
            requests={item.requests}
            today={dateInAmsterdam(new Date())}
            documentHref={(document) => `${evidencePath(programme.code, item.report?.id ?? "")}/${document}`}
            withdraw={{ action: withdrawRequestAction.bind(null, ...place), idempotencyKey: randomUUID() }}
          />
          {item.report !== null && !open && (
            <AskForm
              action={askEvidenceAction.bind(null, ...place)}
              idempotencyKey={randomUUID()}
              count={1}
            />
          )}
        </section>
        <div>
          <ResultForm
            action={record.bind(null, ...place)}
            idempotencyKey={randomUUID()}
            item={item}
            method={header.method}
          />
          <section className="section" aria-labelledby="verloop">
            <h2 id="verloop">{t("result.history")}</h2>
            <ResultHistory results={item.results} />
            <p className="above-s">
              <a href={`${findingsPath(programme.code, "nieuw")}?post=${item.seq}&steekproef=${header.id}`}>
                {t("result.toFinding")}
              </a>
            </p>
          </section>
        </div>
      </div>
    </ProgrammeFrame>
  );
}

async function Booked({ item, programme }: { item: SampleItem; programme: string }) {
  const [t, locale] = [await getTranslations("sampling.items"), await getLocale()];
  const theme = locale === "en" ? item.themeEn : item.themeNl;
  return (
    <Facts
      facts={[
        {
          term: t("inLedger"),
          value: (
            <a href={`/programma/${programme}/grootboek/${item.seq}`}>
              {t("entry", { seq: String(item.seq) })}
            </a>
          ),
        },
        { term: t("amount"), value: <EuroText value={item.amount} />, look: "figure" },
        { term: t("kind"), value: t(`kinds.${item.kind}`, { year: String(item.year) }) },
        { term: t("place"), value: `${item.municipalityName}, ${item.areaName}` },
        { term: t("stream"), value: `${item.streamName}, ${theme}` },
        { term: t("effectiveOn"), value: longDate(item.effectiveOn, locale), look: "figure" },
        {
          term: t("report"),
          value:
            item.report === null ? (
              t("noReport")
            ) : (
              <>
                <a href={reportPath(programme, item.report.id)}>{item.report.number}</a>
                {", "}
                <a href={evidencePath(programme, item.report.id)}>{t("documents")}</a>
              </>
            ),
        },
        ...(item.hit === null
          ? []
          : [{ term: t("hit"), value: t("hitText", { cents: String(item.hit) }), look: "figure" as const }]),
      ]}
    />
  );
}
