import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CeilingTable } from "@/components/allocations/ceiling-table";
import { ExportLinks } from "@/components/ledger/export-links";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { listCeilings } from "@/lib/queries/ceilings/list-ceilings";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../programme-frame";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allocations.ceilings"))("title") };
}

export default async function CeilingsPage({ params }: Props) {
  const grant = await authorize("proposal:read");
  const readGrant = await authorize("allocation:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("allocations.ceilings");
  const tranches = await listCeilings(readGrant, programme.id);
  const base = `/programma/${programme.code}`;
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="ceilings" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")}>
        <div className="actions">
          <ExportLinks base={`${base}/export/plafonds`} asked={{}} />
        </div>
      </PageTitle>
      {tranches.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      ) : (
        <CeilingTable tranches={tranches} base={base} mayPropose={grant.actor.roles.includes("officer")} />
      )}
    </ProgrammeFrame>
  );
}
