import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/ledger/export-links";
import { HistoryFilter } from "@/components/overview/history-filter";
import { HistoryTable } from "@/components/overview/history-table";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { Pagination } from "@/components/signs/pagination";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { historyParts, readHistoryAsked } from "@/lib/input/figure-history";
import { findFigureHistory, historyMunicipalities } from "@/lib/queries/overview/find-figure-history";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findStream } from "@/lib/queries/streams/find-stream";
import { instant, shortDate } from "@/lib/views/dates";
import { historyAddress } from "@/lib/views/overview";
import { ProgrammeFrame } from "../../../programme-frame";
import "@/app/styles/overview.css";

type Props = {
  params: Promise<{ programme: string; stream: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview.history"))("title") };
}

/** Who changed a figure, when, from what to what, and why. */
export default async function FigureHistoryPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const { programme: code, stream: streamCode } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const stream = await orNotFound(findStream(await authorize("claims:read"), programme.id, streamCode));
  const asked = readHistoryAsked(await searchParams, new Date());
  const question = { programmeId: programme.id, streamId: stream.id, filter: asked.filter, asOf: asked.asOf };
  const [found, municipalities] = await Promise.all([
    findFigureHistory(grant, { ...question, before: asked.before }),
    historyMunicipalities(grant, programme.id, stream.id),
  ]);
  const [t, locale] = [await getTranslations("overview"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const here = `${base}/geldstromen/${stream.code}`;
  const parts = historyParts(asked);
  const [first, last] = [found.rows[0]?.seq, found.rows.at(-1)?.seq];
  const years = Array.from(
    { length: programme.horizonTo - programme.horizonFrom + 1 },
    (_, index) => programme.horizonFrom + index,
  );
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="streams"
      crumbs={[
        { label: t("streams"), href: `${base}/geldstromen` },
        { label: stream.shortName, href: here },
        { label: t("title"), href: `${here}/overzicht` },
        { label: t("history.link") },
      ]}
    >
      <PageTitle
        title={t("history.titleOf", {
          measure: t(`measures.${asked.filter.measure}`),
          stream: stream.shortName,
        })}
        lead={t("history.lead", {
          valid: shortDate(asked.asOf.validOn, locale),
          known: instant(new Date(asked.asOf.knownAt), locale),
        })}
      >
        <div className="actions">
          <ExportLinks
            base={`${base}/export/geschiedenis`}
            asked={Object.fromEntries(
              Object.entries({ ...parts, geldstroom: stream.code }).map(([name, value]) => [
                name,
                value ?? undefined,
              ]),
            )}
          />
        </div>
      </PageTitle>
      <HistoryFilter asked={asked} tranches={stream.tranches} municipalities={municipalities} years={years} />
      {found.rows.length === 0 ? (
        <EmptyState title={t("history.emptyTitle")}>{t("history.emptyText")}</EmptyState>
      ) : (
        <HistoryTable rows={found.rows} base={base} />
      )}
      {first !== undefined && (found.older || asked.before !== null) && (
        <Pagination
          summary={t("history.range", { from: String(last), to: String(first) })}
          newest={asked.before === null ? undefined : historyAddress(here, parts)}
          next={found.older ? historyAddress(here, { ...parts, voor: String(last) }) : undefined}
        />
      )}
    </ProgrammeFrame>
  );
}
