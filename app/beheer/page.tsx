import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { PeopleTable } from "@/components/admin/people-table";
import { FilterForm } from "@/components/forms/filter-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { Pagination } from "@/components/signs/pagination";
import { authorize } from "@/lib/auth/authorize";
import { readPeopleAsked } from "@/lib/input/people";
import { findPeople, PEOPLE_PER_PAGE } from "@/lib/queries/people/people";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.people"))("title") };
}

export default async function PeoplePage({ searchParams }: Props) {
  const grant = await authorize("people:manage");
  const asked = readPeopleAsked(await searchParams);
  const { rows, total } = await findPeople(grant, asked);
  const t = await getTranslations("admin.people");
  const state = asked.disabled === null ? "" : asked.disabled ? "uit" : "aan";
  const address = (page: number) =>
    `/beheer?${new URLSearchParams({ zoek: asked.text, stand: state, pagina: String(page) })}`;
  const from = (asked.page - 1) * PEOPLE_PER_PAGE + 1;
  const to = from + rows.length - 1;
  return (
    <SiteFrame current="administration" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead", { count: total })}>
        <div className="actions">
          <a className="button" href="/beheer/mensen/nieuw">
            {t("new")}
          </a>
        </div>
      </PageTitle>
      <AdminTabs current="people" />
      <FilterForm label={t("filter")} search>
        <TextField name="zoek" label={t("search")} type="search" width="m" defaultValue={asked.text} />
        <SelectField
          name="stand"
          label={t("state")}
          placeholder={t("all")}
          defaultValue={state}
          options={[
            { value: "aan", label: t("active") },
            { value: "uit", label: t("disabled") },
          ]}
        />
        <SubmitButton look="second">{t("show")}</SubmitButton>
      </FilterForm>
      {rows.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <PeopleTable people={rows} />
      )}
      {total > PEOPLE_PER_PAGE && (
        <Pagination
          summary={t("range", { from, to, total })}
          previous={asked.page > 1 ? address(asked.page - 1) : undefined}
          next={to < total ? address(asked.page + 1) : undefined}
        />
      )}
    </SiteFrame>
  );
}
