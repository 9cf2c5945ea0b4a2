import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { PageTitle } from "@/components/shell/page-title";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { authorize } from "@/lib/auth/authorize";
import { findOrganisations } from "@/lib/queries/people/people";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.organisations"))("title") };
}

export default async function OrganisationsPage() {
  const grant = await authorize("people:manage");
  const organisations = await findOrganisations(grant);
  const t = await getTranslations("admin.organisations");
  return (
    <SiteFrame current="administration" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <AdminTabs current="organisations" />
      <ScrollRegion label={t("caption")}>
        <table className="compact">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("kind")}</th>
              <th scope="col">{t("code")}</th>
              <th scope="col" className="amount">
                {t("people")}
              </th>
            </tr>
          </thead>
          <tbody>
            {organisations.map(({ id, name, kind, code, people }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{t(`kinds.${kind}`)}</td>
                <td className="mono">{code}</td>
                <td className="amount">{people}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </SiteFrame>
  );
}
