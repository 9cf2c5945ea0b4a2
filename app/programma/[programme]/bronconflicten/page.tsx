import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConflictList } from "@/components/claims/conflict-list";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../programme-frame";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claims.conflicts"))("title") };
}

export default async function ConflictsPage({ params }: Props) {
  const grant = await authorize("claims:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const book = await findClaimBook(grant, programme.id);
  const { conflicts } = book;
  const t = await getTranslations("claims");
  const base = `/programma/${programme.code}`;
  const open = conflicts.filter(({ kind }) => kind === "source_conflict");
  const findings = conflicts.filter(({ kind }) => kind === "finding");
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="claims"
      crumbs={[{ label: t("list.title"), href: `${base}/claims` }, { label: t("conflicts.title") }]}
    >
      <PageTitle title={t("conflicts.title")} lead={t("conflicts.lead")} />
      {conflicts.length === 0 && (
        <EmptyState title={t("conflicts.none")}>{t("conflicts.noneText")}</EmptyState>
      )}
      {open.length > 0 && (
        <section className="first-section">
          <h2 id="open">{t("conflicts.open")}</h2>
          <ConflictList conflicts={open} book={book} base={base} caption={t("conflicts.caption")} />
        </section>
      )}
      {findings.length > 0 && (
        <section className="section">
          <h2 id="bevindingen">{t("conflicts.findings")}</h2>
          <ConflictList
            conflicts={findings}
            book={book}
            base={base}
            caption={t("conflicts.captionFindings")}
            states={false}
          />
        </section>
      )}
    </ProgrammeFrame>
  );
}
