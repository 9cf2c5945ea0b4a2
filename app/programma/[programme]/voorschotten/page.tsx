import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdvanceTable } from "@/components/advances/advance-table";
import { AllocationFilterForm } from "@/components/allocations/allocation-filter-form";
import { DeskTabs } from "@/components/allocations/desk-tabs";
import { ExportLinks } from "@/components/ledger/export-links";
import { LateTerms } from "@/components/schedule/late-terms";
import { PageTitle } from "@/components/shell/page-title";
import { Pagination } from "@/components/signs/pagination";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { readAllocationFilters } from "@/lib/input/allocation-filters";
import { listAdvances } from "@/lib/queries/advances/list-advances";
import { allocationFilterOptions } from "@/lib/queries/allocations/list-allocations";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { lateTerms } from "@/lib/queries/schedules/late-terms";
import { ProgrammeFrame } from "../programme-frame";
import { ViewsOfList } from "../views-of-list";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const PER_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("advances"))("title") };
}

/** What was paid per allocation, with the payments that wait for another person. */
export default async function AdvancesPage({ params, searchParams }: Props) {
  const grant = await authorize("proposal:read");
  const readGrant = await authorize("allocation:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("advances");
  const asked = await searchParams;
  const options = await allocationFilterOptions(readGrant, programme.id);
  const { filters, unread } = readAllocationFilters(asked, options);
  const [late, all] = await Promise.all([
    lateTerms(grant, programme.id),
    listAdvances(grant, {
      programmeId: programme.id,
      stream: filters.geldstroom,
      municipality: filters.gemeente,
      text: filters.zoek,
    }),
  ]);
  const base = `/programma/${programme.code}`;
  const officer = grant.actor.roles.includes("officer");
  const beyond = filters.pagina > 1 && (filters.pagina - 1) * PER_PAGE >= all.length;
  const page = beyond ? 1 : filters.pagina;
  const from = (page - 1) * PER_PAGE;
  const rows = all.slice(from, from + PER_PAGE);
  const at = (pagina: number) => {
    const { geldstroom, gemeente, zoek } = filters;
    const parts = Object.entries({ geldstroom, gemeente, zoek, pagina: String(pagina) });
    return `?${new URLSearchParams(parts.flatMap(([name, value]) => (value ? [[name, value]] : [])))}`;
  };
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={t("lead")}>
        <div className="actions">
          {officer && (
            <a className="button" href={`${base}/voorschotten/inlezen`}>
              {t("import")}
            </a>
          )}
          <ExportLinks
            base={`${base}/export/voorschotten`}
            asked={{ geldstroom: filters.geldstroom, gemeente: filters.gemeente, zoek: filters.zoek }}
          />
        </div>
      </PageTitle>
      <DeskTabs current="advances" programme={programme.code} roles={grant.actor.roles} />
      <AllocationFilterForm filters={filters} unread={unread || beyond} options={options} />
      <ViewsOfList
        programme={programme}
        place={{ list: "advances", subject: "" }}
        asked={asked}
        title={t("title")}
      />
      <LateTerms terms={late} base={base} />
      <AdvanceTable rows={rows} all={all} base={base} mayRecord={officer} />
      {all.length > PER_PAGE && (
        <Pagination
          summary={t("range", { from: from + 1, to: from + rows.length, total: all.length })}
          previous={page > 1 ? at(page - 1) : undefined}
          next={from + rows.length < all.length ? at(page + 1) : undefined}
        />
      )}
    </ProgrammeFrame>
  );
}
