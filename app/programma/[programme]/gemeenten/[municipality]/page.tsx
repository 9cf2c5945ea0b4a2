import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ProgrammeFrame } from "@/app/programma/[programme]/programme-frame";
import { AreaTable } from "@/components/municipality/area-table";
import { CountedTable } from "@/components/municipality/counted-table";
import { SumFigures } from "@/components/municipality/sum-figures";
import { VisitLine } from "@/components/municipality/visit-line";
import { MunicipalityTasks } from "@/components/reports/municipality-tasks";
import { RecentChanges } from "@/components/reports/recent-changes";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findMunicipalityDesk } from "@/lib/queries/municipality/find-municipality-desk";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam, longInstant } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";
import { afterVisit } from "./after-visit";
import "@/app/styles/reports.css";

type Props = { params: Promise<{ programme: string; municipality: string }> };

const load = cache(async (code: string, municipality: string) => {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, code));
  const today = dateInAmsterdam(new Date());
  const desk = await orNotFound(findMunicipalityDesk(grant, programme.id, municipality, today));
  return { grant, programme, desk, today };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { programme, municipality } = await params;
  return { title: (await load(programme, municipality)).desk.name };
}

/** How one municipality stands, area by area, and what is asked of it. */
export default async function MunicipalityPage({ params }: Props) {
  const { programme: code, municipality } = await params;
  const { grant, programme, desk, today } = await load(code, municipality);
  const [t, locale, now] = [await getTranslations("municipality"), await getLocale(), new Date()];
  await afterVisit(grant, programme.id, desk);
  const council = `/programma/${encodeURIComponent(code)}/gemeenten/${encodeURIComponent(municipality)}/raad`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="municipality"
      crumbs={[{ label: desk.name }]}
    >
      <PageTitle title={desk.name} lead={t("lead", { now: longInstant(now, locale) })}>
        <a className="button button-second" href={council}>
          {t("council.link")}
        </a>
      </PageTitle>
      {desk.areas.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      ) : (
        <>
          <SumFigures sums={desk.sums} />
          <AreaTable areas={desk.areas} sums={desk.sums} />
        </>
      )}
      <CountedTable results={desk.results} />
      <div className="cols cols-2-1 section">
        <section aria-labelledby="gevraagd">
          <h2 id="gevraagd" className="below-s">
            {t("due")}
          </h2>
          {desk.due.length === 0 ? (
            <p className="muted">{t("nothingDue")}</p>
          ) : (
            <MunicipalityTasks
              tasks={desk.due.map((row) => ({ ...row, returned: null }))}
              programme={code}
              today={today}
            />
          )}
          <p className="small above-m">
            <a href={reportPath(code)}>{t("allReports")}</a>
          </p>
        </section>
        <RecentChanges changes={desk.changes} programme={code} now={now} since={desk.visit?.since ?? null}>
          {desk.visit !== null && <VisitLine since={desk.visit.since} fresh={desk.fresh} />}
        </RecentChanges>
      </div>
    </ProgrammeFrame>
  );
}
