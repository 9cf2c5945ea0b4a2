import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FindingFilter } from "@/components/findings/finding-filter";
import { FindingTable } from "@/components/findings/finding-table";
import { ExportLinks } from "@/components/ledger/export-links";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { readFindingsAsked } from "@/lib/input/findings";
import { findingChoices, listFindings } from "@/lib/queries/findings/list-findings";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";
import { findingsPath } from "@/lib/views/findings";
import { moneyYears } from "@/lib/views/money-years";
import { ProgrammeFrame } from "../programme-frame";
import "@/app/styles/audit.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("title") };
}

/** What auditors found: for a municipality what was issued about itself, for a ministry what was issued. */
export default async function FindingsPage({ params, searchParams }: Props) {
  const grant = await authorize("finding:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const asked = readFindingsAsked(await searchParams);
  const findings = await listFindings(grant, programme.id, asked);
  const choices = await findingChoices(grant, programme.id);
  const writes = (await tryAuthorize("finding:write")) !== null;
  const t = await getTranslations("findings");
  const query = {
    jaar: asked.year,
    regeling: asked.stream,
    gemeente: asked.municipality,
    stand: asked.status,
  };
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="findings" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")}>
        <div className="actions">
          {writes && (
            <a className="button" href={findingsPath(programme.code, "nieuw")}>
              {t("new")}
            </a>
          )}
          <ExportLinks base={`/programma/${programme.code}/export/bevindingen`} asked={query} />
        </div>
      </PageTitle>
      <FindingFilter asked={asked} years={moneyYears(programme, new Date())} {...choices} />
      {findings.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <FindingTable
          findings={findings}
          today={dateInAmsterdam(new Date())}
          href={(id) => findingsPath(programme.code, id)}
        />
      )}
      <p className="above-m">
        <a href={findingsPath(programme.code, "tolerantie")}>{t("toTolerance")}</a>
      </p>
    </ProgrammeFrame>
  );
}
