import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/ledger/export-links";
import { AskForm } from "@/components/sampling/ask-form";
import { AttributeResult } from "@/components/sampling/attribute-result";
import { ItemTable } from "@/components/sampling/item-table";
import { LaterTable, ZeroTable } from "@/components/sampling/outside-lines";
import { PopulationTable } from "@/components/sampling/population-table";
import { ProjectionTable } from "@/components/sampling/projection-table";
import { RestForm } from "@/components/sampling/rest-form";
import { SampleFacts } from "@/components/sampling/sample-facts";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { SectionHead } from "@/components/signs/section-head";
import { StatusTag } from "@/components/signs/status-tag";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { cents } from "@/lib/domain/money";
import { outcomeOf } from "@/lib/domain/sampling/outcome";
import { sampleState } from "@/lib/domain/sampling/sample";
import { SAMPLING_DONE } from "@/lib/input/sampling";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findSample, type WholeSample } from "@/lib/queries/sampling/find-sample";
import { dateInAmsterdam } from "@/lib/views/dates";
import { samplesPath } from "@/lib/views/sampling";
import { ProgrammeFrame } from "../../programme-frame";
import { askEvidenceAction, restIsRightAction } from "../actions";
import { DrawnAgainNote } from "./drawn-again-note";
import "@/app/styles/audit.css";

type Props = {
  params: Promise<{ programme: string; sample: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sampling"))("one") };
}

/** A sample: how it was drawn, its items, what they stand for in the population, and what falls outside it. */
export default async function SamplePage({ params, searchParams }: Props) {
  const grant = await authorize("sample:manage");
  const { programme: code, sample: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const sample = await orNotFound(findSample(grant, programme.id, id));
  const [t, asked] = [await getTranslations("sampling"), await searchParams];
  const done = SAMPLING_DONE.parse(asked.gedaan);
  const { header, items, later, zeros } = sample;
  const path = samplesPath(programme.code, header.id);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="samples"
      crumbs={[{ label: t("title"), href: samplesPath(programme.code) }, { label: header.number }]}
    >
      <PageTitle title={t("oneTitle", { number: header.number })} lead={header.purpose}>
        <StatusTag kind="sample" status={sampleState(header)} />
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      <Outcome sample={sample} href={(seq) => samplesPath(programme.code, header.id, seq)} />
      <section className="section" aria-labelledby="posten">
        <SectionHead id="posten" title={t("items.title", { count: items.length })} note={t("items.note")}>
          <ExportLinks
            base={`/programma/${programme.code}/export/steekproef`}
            asked={{ steekproef: header.id }}
          />
        </SectionHead>
        <ItemTable
          items={items}
          method={header.method}
          today={dateInAmsterdam(new Date())}
          href={(seq) => samplesPath(programme.code, header.id, seq)}
        />
        <Work programme={programme.code} sample={sample} />
      </section>
      <section className="section" aria-labelledby="populatie">
        <SectionHead id="populatie" title={t("population.title")} note={t("population.unit")} />
        <PopulationTable
          totals={header.population.totals}
          zeros={header.population.zeros}
          zerosHref="#nullen"
          {...(header.method === "monetary" ? { top: topOf(sample) } : {})}
        />
      </section>
      <ZeroTable zeros={zeros} programme={programme.code} />
      <LaterTable later={later} href={(seq) => `/programma/${programme.code}/grootboek/${seq}`} />
      <section className="section" aria-labelledby="trekking">
        <h2 id="trekking">{t("facts.title")}</h2>
        <SampleFacts header={header} />
        <DrawnAgainNote
          grant={grant}
          programmeId={programme.id}
          sample={header.id}
          again={asked.controle === "1"}
          href={`${path}?controle=1#trekking`}
        />
      </section>
    </ProgrammeFrame>
  );
}

const topOf = ({ items }: WholeSample) => {
  const top = items.filter(({ stratum }) => stratum === "top");
  return { count: top.length, amount: cents(top.reduce((all, { amount }) => all + amount, 0n)) };
};

async function Outcome({ sample, href }: { sample: WholeSample; href: (seq: bigint) => string }) {
  const t = await getTranslations("sampling.projection");
  const { header, items } = sample;
  const outcome = outcomeOf(header, items);
  return (
    <section className="section" aria-labelledby="projectie">
      <SectionHead id="projectie" title={t("title")} note={t("unit")} />
      {outcome.kind === "open" && <p>{t("open", { left: outcome.left, items: items.length })}</p>}
      {outcome.kind === "attribute" && <AttributeResult outcome={outcome} confidence={header.confidence} />}
      {outcome.kind === "monetary" && header.interval !== null && (
        <ProjectionTable
          outcome={outcome}
          interval={header.interval}
          confidence={header.confidence}
          href={href}
        />
      )}
    </section>
  );
}

/** What can still be done for several items at once. */
function Work({ programme, sample: { header, items } }: { programme: string; sample: WholeSample }) {
  const left = items.filter(({ results }) => results.length === 0);
  const askable = left.filter(
    ({ requests, report }) => report !== null && !requests.some(({ end }) => end?.outcome !== "withdrawn"),
  );
  return (
    <>
      {askable.length > 0 && (
        <AskForm
          action={askEvidenceAction.bind(null, programme, header.id, null)}
          idempotencyKey={randomUUID()}
          count={askable.length}
        />
      )}
      {left.length > 0 && (
        <RestForm
          action={restIsRightAction.bind(null, programme, header.id)}
          idempotencyKey={randomUUID()}
          left={left.length}
        />
      )}
    </>
  );
}
