import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AllocationFilterForm } from "@/components/allocations/allocation-filter-form";
import { AllocationTable } from "@/components/allocations/allocation-table";
import { DeskTabs } from "@/components/allocations/desk-tabs";
import { ExportLinks } from "@/components/ledger/export-links";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { readAllocationFilters } from "@/lib/input/allocation-filters";
import {
  ALLOCATIONS_PER_PAGE,
  allocationFilterOptions,
  listAllocations,
} from "@/lib/queries/allocations/list-allocations";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../programme-frame";
import { ViewsOfList } from "../views-of-list";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allocations.list"))("title") };
}

export default async function AllocationsPage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("allocations.list");
  const asked = await searchParams;
  const municipal = grant.actor.scope === "municipality";
  const options = await allocationFilterOptions(grant, programme.id);
  const { filters: read, unread } = readAllocationFilters(asked, options);
  const list = await listAllocations(grant, {
    programmeId: programme.id,
    stream: read.geldstroom,
    municipality: read.gemeente,
    theme: read.thema,
    text: read.zoek,
    sort: read.volgorde,
    descending: read.richting === "af",
    page: read.pagina,
  });
  const filters = { ...read, pagina: list.page };
  const base = `/programma/${programme.code}/toekenningen`;
  const title = municipal ? t("own") : t("title");
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current={municipal ? "ownAllocations" : "allocations"}
      crumbs={[{ label: title }]}
    >
      <PageTitle title={title} lead={t("lead", { count: list.total })}>
        <div className="actions">
          {grant.actor.roles.includes("officer") && (
            <>
              <a className="button" href={`${base}/nieuw`}>
                {t("new")}
              </a>
              <a className="button button-second" href={`${base}/invoeren`}>
                {t("enterMany")}
              </a>
            </>
          )}
          <ExportLinks
            base={`/programma/${programme.code}/export/toekenningen`}
            asked={{ ...filters, pagina: undefined }}
          />
        </div>
      </PageTitle>
      <DeskTabs current="allocations" programme={programme.code} roles={grant.actor.roles} />
      <AllocationFilterForm
        filters={filters}
        unread={unread || list.page !== read.pagina}
        options={options}
      />
      <ViewsOfList
        programme={programme}
        place={{ list: "allocations", subject: "" }}
        asked={asked}
        title={title}
      />
      <AllocationTable list={list} filters={filters} base={base} perPage={ALLOCATIONS_PER_PAGE} />
    </ProgrammeFrame>
  );
}
