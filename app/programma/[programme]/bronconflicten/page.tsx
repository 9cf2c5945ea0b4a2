import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ConflictList } from "@/components/claims/conflict-list";
import { SubmitButton } from "@/components/forms/submit-button";
import { AsOfForm, KnownField } from "@/components/reconciliation/as-of-form";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { readAsOf } from "@/lib/input/as-of";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { instant } from "@/lib/views/dates";
import { ProgrammeFrame } from "../programme-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claims.conflicts"))("title") };
}

export default async function ConflictsPage({ params, searchParams }: Props) {
  const grant = await authorize("claims:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const dates = readAsOf(await searchParams, new Date());
  const then = dates.typed.bekend !== "";
  const book = await findClaimBook(grant, programme.id, then ? dates.asOf.knownAt : undefined);
  const { conflicts } = book;
  const t = await getTranslations("claims");
  const base = `/programma/${programme.code}`;
  const query = then ? `?${new URLSearchParams({ bekend: dates.typed.bekend })}` : "";
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
      <AsOfForm label={t("conflicts.asOf")} errors={dates.errors}>
        <KnownField typed={dates.typed} />
        <SubmitButton look="second">{t("conflicts.show")}</SubmitButton>
      </AsOfForm>
      {then && (
        <Alert
          id="stand"
          tone="info"
          title={t("conflicts.then", { at: instant(new Date(dates.asOf.knownAt), await getLocale()) })}
        />
      )}
      {conflicts.length === 0 && (
        <EmptyState title={t("conflicts.none")}>{t("conflicts.noneText")}</EmptyState>
      )}
      {open.length > 0 && (
        <section className="first-section">
          <h2 id="open">{t("conflicts.open")}</h2>
          <ConflictList
            conflicts={open}
            book={book}
            base={base}
            query={query}
            caption={t("conflicts.caption")}
          />
        </section>
      )}
      {findings.length > 0 && (
        <section className="section">
          <h2 id="bevindingen">{t("conflicts.findings")}</h2>
          <ConflictList
            conflicts={findings}
            book={book}
            base={base}
            query={query}
            caption={t("conflicts.captionFindings")}
            states={false}
          />
        </section>
      )}
    </ProgrammeFrame>
  );
}
