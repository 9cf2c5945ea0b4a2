import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { AuditTable } from "@/components/admin/audit-table";
import { FilterForm } from "@/components/forms/filter-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, tryAuthorize } from "@/lib/auth/authorize";
import { readLogAsked } from "@/lib/input/people";
import { findAuditActions, findAuditLines, LINES_PER_PAGE } from "@/lib/queries/people/people";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.log"))("title") };
}

/** What was done with special rights, and what was refused; for administrators and auditors. */
export default async function AuditLogPage({ searchParams }: Props) {
  const grant = await authorize("audit-log:read");
  const asked = readLogAsked(await searchParams);
  const [lines, actions] = await Promise.all([
    findAuditLines(grant, { ...asked, personId: null }),
    findAuditActions(grant),
  ]);
  const administers = (await tryAuthorize("people:manage")) !== null;
  const t = await getTranslations("admin.log");
  const last = lines.at(-1);
  const older = new URLSearchParams({
    handeling: asked.action ?? "",
    uitkomst: asked.outcome ?? "",
    voor: String(last?.id ?? ""),
  });
  return (
    <SiteFrame current="administration" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {administers && <AdminTabs current="log" />}
      <FilterForm label={t("filter")} search>
        <SelectField
          name="handeling"
          label={t("action")}
          placeholder={t("all")}
          defaultValue={asked.action ?? ""}
          options={actions.map((action) => ({ value: action, label: action }))}
        />
        <SelectField
          name="uitkomst"
          label={t("outcome")}
          placeholder={t("all")}
          defaultValue={asked.outcome ?? ""}
          options={[
            { value: "done", label: t("done") },
            { value: "refused", label: t("refused") },
          ]}
        />
        <SubmitButton look="second">{t("show")}</SubmitButton>
      </FilterForm>
      {lines.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <AuditTable lines={lines} />
      )}
      {lines.length === LINES_PER_PAGE && (
        <p className="above-m">
          <a href={`/beheer/logboek?${older}`}>{t("older")}</a>
        </p>
      )}
    </SiteFrame>
  );
}
