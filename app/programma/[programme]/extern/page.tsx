import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { TieOutList } from "@/components/tie-out/tie-out-list";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findTieOuts } from "@/lib/queries/tie-out/find-tie-out";
import { tieOutPath } from "@/lib/views/tie-out";
import { ProgrammeFrame } from "../programme-frame";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tieOut"))("title") };
}

/** Every external file that was held against the ledger. */
export default async function TieOutsPage({ params }: Props) {
  const grant = await authorize("reconciliation:read");
  const brings = await tryAuthorize("tie-out:bring");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const files = await findTieOuts(grant, programme.id);
  const t = await getTranslations("tieOut");
  const path = tieOutPath(programme.code);
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="external" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")}>
        <div className="actions">
          {brings !== null && (
            <a className="button" href={`${path}/nieuw`}>
              {t("new")}
            </a>
          )}
          <a href={`/programma/${programme.code}/aansluiting`}>{t("toReconciliation")}</a>
        </div>
      </PageTitle>
      {files.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <TieOutList files={files} href={(id) => tieOutPath(programme.code, id)} />
      )}
    </ProgrammeFrame>
  );
}
