import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { MailTable } from "@/components/mail/mail-table";
import { PageTitle } from "@/components/shell/page-title";
import { Pagination } from "@/components/signs/pagination";
import { authorize, tryAuthorize } from "@/lib/auth/authorize";
import { readPage } from "@/lib/input/window";
import { listMail, MAILS_PER_PAGE } from "@/lib/queries/mail/list-mail";
import { count } from "@/lib/views/digits";
import "@/app/styles/windows.css";

type Props = { searchParams: Promise<{ pagina?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail"))("title") };
}

/** Every mail that this reader may see: one's own, those of one's ministry's streams, or all. */
export default async function MailPage({ searchParams }: Props) {
  const grant = await authorize("mail:read");
  const [t, locale] = [await getTranslations("mail"), await getLocale()];
  const page = readPage((await searchParams).pagina);
  const { rows, total } = await listMail(grant, page);
  const administers = (await tryAuthorize("people:manage")) !== null;
  const last = Math.max(1, Math.ceil(total / MAILS_PER_PAGE));
  const from = (page - 1) * MAILS_PER_PAGE;
  const own = grant.actor.scope === "municipality" || grant.actor.scope === "audit";
  return (
    <SiteFrame current={administers ? "administration" : undefined} crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t(own ? "leadOwn" : "lead")} />
      {administers && <AdminTabs current="mail" />}
      <MailTable rows={rows} />
      {last > 1 && (
        <Pagination
          summary={t("range", {
            from: count(Math.min(from + 1, total), locale),
            to: count(Math.min(from + MAILS_PER_PAGE, total), locale),
            total: count(total, locale),
          })}
          previous={page > 1 ? `/berichten?pagina=${page - 1}` : undefined}
          next={page < last ? `/berichten?pagina=${page + 1}` : undefined}
        />
      )}
    </SiteFrame>
  );
}
