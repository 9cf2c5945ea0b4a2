import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/ledger/export-links";
import { MissingReports } from "@/components/overview/missing-reports";
import { OutlookSection } from "@/components/overview/outlook-section";
import { OverviewFilter } from "@/components/overview/overview-filter";
import { OverviewKeys } from "@/components/overview/overview-keys";
import { OverviewMatrix } from "@/components/overview/overview-matrix";
import { YearPicture } from "@/components/overview/year-picture";
import { YearTable } from "@/components/overview/year-table";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { SectionHead } from "@/components/signs/section-head";
import { Switch } from "@/components/signs/switch";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { OVERVIEW_WORDS, overviewQuery, readOverviewAsked } from "@/lib/input/stream-overview";
import { findStreamOverview } from "@/lib/queries/overview/find-stream-overview";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findStream } from "@/lib/queries/streams/find-stream";
import { instant, shortDate } from "@/lib/views/dates";
import { historyAddress, pictureYears } from "@/lib/views/overview";
import { ProgrammeFrame } from "../../../programme-frame";
import { ViewsOfList } from "../../../views-of-list";
import "@/app/styles/overview.css";

type Props = {
  params: Promise<{ programme: string; stream: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { stream } = await params;
  return { title: (await getTranslations("overview"))("documentTitle", { stream }) };
}

/** The desk of one stream: what there is, what was given, paid and spent, what is missing, and what may lapse. */
export default async function StreamDeskPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const { programme: code, stream: streamCode } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const known = await orNotFound(findStream(await authorize("claims:read"), programme.id, streamCode));
  const query = await searchParams;
  const asked = readOverviewAsked(
    query,
    known.tranches.map((tranche) => tranche.code),
    new Date(),
  );
  const { stream, tranches, municipalities, trancheNames, overview } = await orNotFound(
    findStreamOverview(grant, { programmeId: programme.id, stream: streamCode, ...asked }),
  );
  const [t, locale] = [await getTranslations("overview"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const here = `${base}/geldstromen/${stream.code}`;
  const nameOf = (id: string) => municipalities.get(id)?.name ?? id;
  const codeOf = (id: string | null) => (id === null ? null : (municipalities.get(id)?.code ?? null));
  const history = (measure: string, municipality: string | null, year: number | null) =>
    historyAddress(here, {
      maat: measure,
      gemeente: municipality,
      jaar: year,
      tranche: asked.tranche,
      ...asked.typed,
    });
  const exportOf = (table: "jaren" | "ontbreekt" | "vooruitblik" | null) => (
    <ExportLinks
      base={`${base}/export/overzicht`}
      asked={Object.fromEntries(
        new URLSearchParams(overviewQuery(asked, { geldstroom: stream.code, tabel: table })),
      )}
      of={table === null ? undefined : t(`tables.${table}`)}
    />
  );
  const measureName = t(`measures.${asked.measure}`);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="streams"
      crumbs={[
        { label: t("streams"), href: `${base}/geldstromen` },
        { label: stream.name, href: here },
        { label: t("title") },
      ]}
    >
      <PageTitle
        title={t("titleOf", { stream: stream.name })}
        lead={t("lead", {
          valid: shortDate(asked.asOf.validOn, locale),
          known: instant(new Date(asked.asOf.knownAt), locale),
        })}
      >
        <div className="actions">{exportOf(null)}</div>
      </PageTitle>
      <OverviewFilter asked={asked} tranches={tranches} />
      <ViewsOfList
        programme={programme}
        place={{ list: "overview", subject: stream.code }}
        asked={query}
        title={t("titleOf", { stream: stream.name })}
      />
      {overview.years.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      ) : (
        <>
          <OverviewKeys
            overview={overview}
            historyOf={(measure) => history(measure, null, null)}
            allocations={`${base}/toekenningen?geldstroom=${stream.code}`}
          />
          <section className="section" aria-labelledby="per-jaar">
            <SectionHead id="per-jaar" title={t("perYear.title")} note={t("unit")}>
              {exportOf("jaren")}
            </SectionHead>
            <YearPicture
              years={pictureYears(overview.years, locale, {
                none: t("noAmount"),
                names: (measure) => t(`short.${measure}`),
              })}
              label={t("perYear.picture")}
            />
            <YearTable overview={overview} historyOf={(measure, year) => history(measure, null, year)} />
          </section>
          <section className="section" aria-labelledby="per-gemeente">
            <SectionHead id="per-gemeente" title={t("matrix.title")} note={t("unit")}>
              <Switch
                label={t("matrix.measure")}
                options={OVERVIEW_WORDS.map((word) => ({
                  label: t(`words.${word}`),
                  href: `?${overviewQuery({ ...asked, word }, { maat: word })}#per-gemeente`,
                  current: word === asked.word,
                }))}
              />
            </SectionHead>
            <OverviewMatrix
              matrix={overview.matrix}
              nameOf={nameOf}
              historyOf={(id, year) => history(asked.measure, codeOf(id), year)}
              caption={t("matrix.caption", { measure: measureName })}
            />
            {asked.measure === "spent" && <p className="small muted above-s">{t("matrix.absence")}</p>}
          </section>
          <section className="section" aria-labelledby="ontbreekt">
            <SectionHead id="ontbreekt" title={t("reports.title")} note={t("reports.note")}>
              {overview.open.length > 0 && exportOf("ontbreekt")}
            </SectionHead>
            <MissingReports
              reports={overview.open}
              validOn={asked.asOf.validOn}
              municipalityOf={nameOf}
              trancheOf={(id) => trancheNames.get(id) ?? id}
              hrefOf={({ reportId, municipalityId, year }) =>
                reportId === null
                  ? `${base}/rapportages?geldstroom=${stream.code}&gemeente=${codeOf(municipalityId)}&jaar=${year}`
                  : `${base}/rapportages/${reportId}`
              }
            />
          </section>
          <section className="section" aria-labelledby="vooruitblik">
            <SectionHead id="vooruitblik" title={t("outlook.title")}>
              {overview.outlooks.length > 0 && exportOf("vooruitblik")}
            </SectionHead>
            <p>{t("outlook.formula")}</p>
            <p>{t("outlook.assumptions")}</p>
            {stream.carryOver !== null && <p>{t("outlook.rule", { rule: stream.carryOver })}</p>}
            {overview.outlooks.map((outlook) => (
              <OutlookSection
                key={outlook.tranche.id}
                outlook={outlook}
                validOn={asked.asOf.validOn}
                nameOf={nameOf}
              />
            ))}
          </section>
        </>
      )}
    </ProgrammeFrame>
  );
}
