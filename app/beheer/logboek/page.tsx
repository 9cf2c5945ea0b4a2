import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { AuditTable } from "@/components/audit-log/audit-table";
import { LogFilter } from "@/components/audit-log/log-filter";
import { ExportLinks } from "@/components/ledger/export-links";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { Pagination } from "@/components/signs/pagination";
import { authorize, tryAuthorize } from "@/lib/auth/authorize";
import { readLogQuestion } from "@/lib/input/audit-log";
import { findAuditLines, findLogSigned, LINES_PER_PAGE } from "@/lib/queries/audit-log/find-lines";
import { listProgrammes } from "@/lib/queries/programmes/find-programme";
import { logQuery } from "@/lib/views/audit-log";
import { instant } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.log"))("title") };
}

/** Everything that was done and everything that was refused; for administrators and auditors. */
export default async function AuditLogPage({ searchParams }: Props) {
  const grant = await authorize("audit-log:read");
  const question = readLogQuestion(await searchParams);
  const [lines, programmes, signed] = await Promise.all([
    findAuditLines(grant, question.asked, question.before),
    listProgrammes(grant),
    findLogSigned(grant),
  ]);
  const administers = (await tryAuthorize("people:manage")) !== null;
  const [t, locale] = [await getTranslations("admin.log"), await getLocale()];
  const asked = logQuery(question.asked);
  const page = (before?: bigint) =>
    `/beheer/logboek?${new URLSearchParams({ ...asked, ...(before === undefined ? {} : { voor: String(before) }) })}`;
  const last = lines.length === LINES_PER_PAGE ? lines.at(-1) : undefined;
  return (
    <SiteFrame current="administration" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")}>
        <ExportLinks base="/beheer/logboek/export/logboek" asked={asked} proved={false} />
      </PageTitle>
      {administers && <AdminTabs current="log" />}
      <p className="meta">
        {signed === null
          ? t("unsigned")
          : t("signed", { lines: count(signed.size, locale), at: instant(signed.signedAt, locale) })}{" "}
        <a href="/controlepunten">{t("toCheckpoints")}</a>
      </p>
      <LogFilter question={question} programmes={programmes} />
      {lines.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <AuditTable lines={lines} />
      )}
      {(last !== undefined || question.before !== null) && (
        <Pagination
          summary={t("newestFirst")}
          newest={question.before === null ? undefined : page()}
          next={last === undefined ? undefined : page(last.id)}
        />
      )}
    </SiteFrame>
  );
}
