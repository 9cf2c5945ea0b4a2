import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import "@/app/styles/batches.css";
import { DeskTabs } from "@/components/allocations/desk-tabs";
import { BatchTable } from "@/components/batches/batch-table";
import { ExportLinks } from "@/components/ledger/export-links";
import { PageTitle } from "@/components/shell/page-title";
import { Pagination } from "@/components/signs/pagination";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { batchFilters } from "@/lib/input/batch-decision";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { BATCHES_PER_PAGE, listBatches } from "@/lib/queries/proposals/list-batches";
import { ProgrammeFrame } from "../programme-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches.list"))("title") };
}

/** Everything that was entered many at once, newest first. */
export default async function BatchesPage({ params, searchParams }: Props) {
  const grant = await authorize("proposal:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("batches.list");
  const { pagina: page } = batchFilters.parse(await searchParams);
  const { rows, total } = await listBatches(grant, programme.id, page);
  const base = `/programma/${programme.code}/verzamelvoorstellen`;
  const to = (page - 1) * BATCHES_PER_PAGE + rows.length;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={t("lead", { count: total })}>
        <div className="actions">
          <a className="button button-second" href={`/programma/${programme.code}/drempels`}>
            {t("thresholds")}
          </a>
          <ExportLinks base={`/programma/${programme.code}/export/verzamelvoorstellen`} asked={{}} />
        </div>
      </PageTitle>
      <DeskTabs current="batches" programme={programme.code} roles={grant.actor.roles} />
      <BatchTable rows={rows} base={base} />
      {total > BATCHES_PER_PAGE && (
        <Pagination
          summary={t("range", { from: to - rows.length + 1, to, total })}
          previous={page > 1 ? `${base}?pagina=${page - 1}` : undefined}
          next={to < total ? `${base}?pagina=${page + 1}` : undefined}
        />
      )}
    </ProgrammeFrame>
  );
}
