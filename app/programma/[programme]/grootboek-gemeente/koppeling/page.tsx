import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { MappingTables } from "@/components/own-ledger/mapping-tables";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findMapping } from "@/lib/queries/own-ledger/mapping";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ownLedgerPath } from "@/lib/views/own-ledger";
import { ProgrammeFrame } from "../../programme-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
const asked = z.coerce.number().int().positive().max(1_000_000).optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownLedger.mapping"))("title") };
}

/** How the columns and accounts of one's own ledger are mapped, now and before. */
export default async function MappingPage({ params, searchParams }: Props) {
  const grant = await authorize("report:fill");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("ownLedger");
  const found = await orNotFound(findMapping(grant, programme.id, asked.parse((await searchParams).versie)));
  const base = ownLedgerPath(programme.code);
  const { mapping } = found;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="ownLedger"
      crumbs={[{ label: t("title"), href: base }, { label: t("mapping.title") }]}
    >
      <PageTitle title={t("mapping.title")} lead={t("mapping.lead")} />
      {mapping === null ? (
        <EmptyState title={t("mapping.none")}>
          {t.rich("mapping.noneText", { link: (text) => <a href={base}>{text}</a> })}
        </EmptyState>
      ) : (
        <MappingTables
          mapping={mapping}
          versions={found.versions}
          places={found.places}
          page={`${base}/koppeling`}
        />
      )}
    </ProgrammeFrame>
  );
}
