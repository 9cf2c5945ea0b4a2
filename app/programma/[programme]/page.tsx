import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FlowSection } from "@/components/programme/flow-section";
import { HeadlineConflict } from "@/components/programme/headline-conflict";
import { LandedSection } from "@/components/programme/landed-section";
import { NoteTable } from "@/components/programme/note-table";
import { ProgrammeHeadline } from "@/components/programme/programme-headline";
import { YearsSection } from "@/components/programme/years-section";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { landed } from "@/lib/domain/claims/landed";
import { landedFlow } from "@/lib/domain/claims/landed-flow";
import { addsOf, headlineOfBook, lanesOf } from "@/lib/domain/overview/headline";
import type { Standing } from "@/lib/domain/overview/standing";
import { awardsByYear, bookedByYear } from "@/lib/domain/overview/years";
import { type FlowView, readFlowView } from "@/lib/input/overview";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { findStanding } from "@/lib/queries/overview/find-standing";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { euro } from "@/lib/views/money";
import { bookedFlow, bookedTotal, claimedFlow, flowLinks, landedFlowView } from "@/lib/views/overview-flow";
import type { Flow } from "@/lib/views/sankey";
import { decidedClaims, readingNames } from "./claim-words";
import { flowWords } from "./flow-words";
import { ProgrammeFrame } from "./programme-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const grant = await authorize("claims:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  return { title: (await getLocale()) === "en" ? programme.nameEn : programme.nameNl };
}

/** The published money of a programme, why it does not add up, and what was allocated and spent since. */
export default async function ProgrammePage({ params, searchParams }: Props) {
  const grant = await authorize("claims:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const { view, unread } = readFlowView(await searchParams);
  const reader = await tryAuthorize("allocation:read");
  const [book, standing] = await Promise.all([
    findClaimBook(grant, programme.id),
    reader === null ? null : findStanding(reader, programme.id),
  ]);
  const [t, locale] = [await getTranslations("programme"), await getLocale()];
  const base = `/programma/${programme.code}`;
  const where = landed(book.claims, book.territory, decidedClaims(book));
  const headline = headlineOfBook(book);
  const lanes = headline === null ? [] : lanesOf(book, headline);
  const [contested] = headline?.contested ?? [];
  const conflict = book.conflicts.find(({ code }) => code === contested?.conflict);
  const booked = standing !== null && standing.length > 0;
  const measure = view === "besteed" ? "spent" : "allocated";
  const then = book.ministries.filter(({ inLeaflet }) => inLeaflet).length;
  const placed = landedFlow(where, book.streams);
  const drawn = await flowOf(view, { book, lanes, standing, flow: placed });
  const names = new Map(book.streams.map(({ code, shortName }) => [code, shortName]));
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="programme">
      <PageTitle
        title={locale === "en" ? programme.nameEn : programme.nameNl}
        lead={
          <>
            {t("lead", {
              municipalities: book.municipalities.length,
              areas: book.areas.length,
              from: String(programme.horizonFrom),
              to: String(programme.horizonTo),
            })}{" "}
            {then > 0 &&
              t(then === book.ministries.length ? "leadSame" : "leadMinistries", {
                count: then,
                now: book.ministries.length,
              })}
          </>
        }
      />
      {headline === null ? (
        <EmptyState title={t("noHeadline")}>{t("noHeadlineText")}</EmptyState>
      ) : (
        <>
          <ProgrammeHeadline
            headline={headline}
            lanes={lanes}
            landed={where}
            book={book}
            base={base}
            extra={
              booked
                ? [
                    {
                      label: t("allocated"),
                      figure: euro(bookedTotal(standing, "allocated"), locale),
                      href: "?beeld=toegekend#stroom",
                    },
                    {
                      label: t("spent"),
                      figure: euro(bookedTotal(standing, "spent"), locale),
                      href: "?beeld=besteed#stroom",
                    },
                  ]
                : []
            }
          />
          {contested !== undefined && conflict !== undefined && (
            <HeadlineConflict
              headline={headline}
              contested={contested}
              text={locale === "en" ? conflict.textEn : conflict.textNl}
              names={await readingNames(book, conflict)}
              made={addsOf(book, contested)}
              base={base}
            />
          )}
          <NoteTable lanes={lanes} headline={headline} book={book} base={base} />
        </>
      )}
      <FlowSection
        view={view}
        unread={unread}
        flow={drawn}
        hrefs={flowLinks(drawn, lanes, placed, base)}
        base={base}
      />
      <LandedSection landed={where} book={book} base={base} />
      <YearsSection
        names={names}
        shows={booked ? measure : "published"}
        figures={booked ? bookedByYear(standing, measure) : awardsByYear(where)}
      />
    </ProgrammeFrame>
  );
}

type Drawable = {
  book: ClaimBook;
  lanes: ReturnType<typeof lanesOf>;
  standing: readonly Standing[] | null;
  flow: ReturnType<typeof landedFlow>;
};

async function flowOf(view: FlowView, { book, lanes, standing, flow }: Drawable): Promise<Flow | null> {
  const [words, locale] = [await flowWords(), await getLocale()];
  if (view === "geclaimd") return claimedFlow(lanes, words, locale);
  if (view === "gebieden") return landedFlowView(flow, book, words, locale);
  if (standing === null) return null;
  return bookedFlow(standing, view === "toegekend" ? "allocated" : "spent", book, locale);
}
