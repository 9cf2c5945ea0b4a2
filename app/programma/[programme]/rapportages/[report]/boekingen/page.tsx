import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ProgrammeFrame } from "@/app/programma/[programme]/programme-frame";
import { BookingTable } from "@/components/own-ledger/booking-table";
import { BehindState } from "@/components/own-ledger/lines-behind";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { KeyFigures } from "@/components/signs/key-figures";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { cents } from "@/lib/domain/money";
import { findLineBookings } from "@/lib/queries/own-ledger/imports";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { count } from "@/lib/views/digits";
import { euro } from "@/lib/views/money";
import { ownLedgerPath } from "@/lib/views/own-ledger";
import { reportPath } from "@/lib/views/reports";
import { BookingPages } from "../../../grootboek-gemeente/booking-pages";

type Props = {
  params: Promise<{ programme: string; report: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const asked = z.object({
  regel: z.string().max(200).catch(""),
  pagina: z.coerce.number().int().positive().max(100_000).catch(1),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownLedger.behind"))("pageTitle") };
}

/** The bookings behind one figure of a report, and the difference when the figure is another. */
export default async function LineBookingsPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const { programme: code, report: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const { regel, pagina } = asked.parse(await searchParams);
  const found = await orNotFound(findLineBookings(grant, programme.id, id, regel, pagina));
  const [t, locale] = [await getTranslations("ownLedger"), await getLocale()];
  const of = await getTranslations("reports");
  const { line, header, page } = found;
  const report = reportPath(programme.code, id);
  const name = of("reportOf", {
    stream: header.streamName,
    year: String(header.year),
    period: header.period,
    periods: header.periods,
  });
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="reports"
      crumbs={[
        { label: of("title"), href: reportPath(programme.code) },
        { label: name, href: report },
        { label: t("behind.pageTitle") },
      ]}
    >
      <PageTitle
        title={t("behind.pageTitle")}
        lead={`${line.areaName}, ${locale === "en" ? line.themeNameEn : line.themeNameNl}. ${name}, ${header.municipalityName}.`}
      />
      <KeyFigures
        exact
        figures={[
          {
            label: t("behind.reportedLabel"),
            figure: line.spent === null ? t("behind.empty") : euro(line.spent, locale),
            tone: line.spent === null ? "word" : undefined,
            href: report,
          },
          {
            label: t("behind.bookedLabel"),
            figure: euro(cents(found.total), locale),
            sub: t("bookings.title", { count: page.count }),
          },
        ]}
      />
      {page.count > 0 ? (
        <section className="section" aria-label={t("bookings.caption")}>
          <p className="below-m">
            <BehindState behind={found} />
          </p>
          <BookingTable rows={page.rows} total={page.total} imports={ownLedgerPath(programme.code)} />
          <BookingPages
            page={pagina}
            total={page.count}
            address={`${report}/boekingen?regel=${encodeURIComponent(regel)}&`}
          />
        </section>
      ) : (
        <div className="section">
          <EmptyState title={t("behind.none")}>
            {t("behind.noneText", { count: count(0, locale) })}
          </EmptyState>
        </div>
      )}
    </ProgrammeFrame>
  );
}
