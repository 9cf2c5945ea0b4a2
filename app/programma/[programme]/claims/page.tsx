import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClaimTable } from "@/components/claims/claim-table";
import { FilterForm } from "@/components/forms/filter-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { inReadingOrder } from "@/lib/domain/claims/claim-book";
import { CLAIM_STATUSES, readClaimFilters } from "@/lib/input/claims";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { mayDecideConflicts } from "@/lib/queries/claims/may-decide";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../programme-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claims.list"))("title") };
}

export default async function ClaimsPage({ params, searchParams }: Props) {
  const grant = await authorize("claims:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const book = await findClaimBook(grant, programme.id);
  const { filters, unread } = readClaimFilters(await searchParams, {
    streams: new Set(book.streams.map(({ code }) => code)),
    sources: new Set(book.sources.map(({ code }) => code)),
  });
  const claims = inReadingOrder(book, book.claims.all).filter(
    ({ stream, status, source }) =>
      (filters.stream === undefined || stream === filters.stream) &&
      (filters.status === undefined || status === filters.status) &&
      (filters.source === undefined || source === filters.source),
  );
  const t = await getTranslations("claims");
  const base = `/programma/${programme.code}`;
  const registrar = await tryAuthorize("claim:register");
  const mayRegister = registrar !== null && (await mayDecideConflicts(registrar, programme.id));
  const sources = new Set(claims.map(({ source }) => source)).size;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="claims"
      crumbs={[{ label: t("list.title") }]}
    >
      <PageTitle title={t("list.title")} lead={t("list.lead", { count: claims.length, sources })}>
        <div className="actions">
          <a className="button button-second" href={`${base}/bronconflicten`}>
            {t("list.conflicts")}
          </a>
          {mayRegister && (
            <a className="button" href={`${base}/claims/nieuw`}>
              {t("list.register")}
            </a>
          )}
        </div>
      </PageTitle>
      {unread && <Alert id="keuze-onbekend" tone="warn" title={t("list.notRead")} />}
      <FilterForm label={t("list.filter")} search>
        <SelectField
          name="geldstroom"
          label={t("list.stream")}
          placeholder={t("list.all")}
          defaultValue={filters.stream}
          options={book.streams.map(({ code, shortName }) => ({ value: code, label: shortName }))}
        />
        <SelectField
          name="stadium"
          label={t("list.status")}
          placeholder={t("list.all")}
          defaultValue={filters.status}
          options={CLAIM_STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
        <SelectField
          name="bron"
          label={t("list.source")}
          placeholder={t("list.all")}
          defaultValue={filters.source}
          options={book.sources.map(({ code, title }) => ({ value: code, label: title }))}
        />
        <SubmitButton look="second">{t("list.show")}</SubmitButton>
      </FilterForm>
      {claims.length === 0 ? (
        <EmptyState title={t("list.empty")}>{t("list.emptyText")}</EmptyState>
      ) : (
        <ClaimTable claims={claims} book={book} base={base} caption={t("list.caption")} />
      )}
    </ProgrammeFrame>
  );
}
