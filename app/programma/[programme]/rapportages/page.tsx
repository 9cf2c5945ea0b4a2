import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProgrammeFrame } from "@/app/programma/[programme]/programme-frame";
import { ExportLinks } from "@/components/ledger/export-links";
import { ReportFilter } from "@/components/reports/report-filter";
import { ReportTable } from "@/components/reports/report-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { WindowTabs } from "@/components/windows/window-tabs";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { readReportFilters } from "@/lib/input/report-review";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findReportFilters, listReports } from "@/lib/queries/reports/list-reports";
import { dateInAmsterdam } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";
import { ViewsOfList } from "../views-of-list";
import { OpenReport } from "./open-report";
import { ReportPages } from "./report-pages";
import "@/app/styles/reports.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("title") };
}

export default async function ReportsPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const fills = (await tryAuthorize("report:fill"))?.actor.organisationIds ?? [];
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const [t, rules] = [await getTranslations("reports"), await getTranslations("stages")];
  const query = await searchParams;
  const options = await findReportFilters(grant, programme.id);
  const { filters: asked, unread } = readReportFilters(query, options);
  const today = dateInAmsterdam(new Date());
  const { rows, total } = await listReports(grant, {
    programmeId: programme.id,
    today,
    filters: asked,
    page: asked.page,
  });
  const path = reportPath(programme.code);
  const own = grant.actor.scope === "municipality";
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="reports" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t(own ? "list.leadOwn" : "list.leadAll")}>
        <div className="actions">
          {!own && (
            <a href={`/programma/${encodeURIComponent(programme.code)}/gemeenten`}>
              {t("list.byMunicipality")}
            </a>
          )}
          <a href={`/programma/${programme.code}/regels`}>{rules("link")}</a>
          <ExportLinks
            base={`/programma/${programme.code}/export/rapportages`}
            asked={{
              geldstroom: asked.stream,
              gemeente: asked.municipality,
              jaar: asked.year,
              status: asked.state,
            }}
          />
        </div>
      </PageTitle>
      <WindowTabs current="reports" programme={programme.code} />
      {options.years.length > 0 && <ReportFilter options={options} asked={asked} path={path} />}
      <ViewsOfList
        programme={programme}
        place={{ list: "reports", subject: "" }}
        asked={query}
        title={t("title")}
      />
      {unread.length > 0 && (
        <Alert
          id="onbekend"
          tone="warn"
          title={t("list.unread", { names: unread.map((name) => t(`list.filterNames.${name}`)).join(", ") })}
        />
      )}
      {total > 0 && (
        <p className="small muted below-s">
          {t("list.count", { total })}. {t("list.unit")}.
        </p>
      )}
      {rows.length > 0 ? (
        <ReportTable
          rows={rows}
          programme={programme.code}
          today={today}
          named={options.municipalities.length > 1}
          opener={(row) =>
            row.reportId === null &&
            (row.state === "due" || row.state === "late") &&
            fills.includes(row.municipalityId) ? (
              <OpenReport row={row} programme={programme.code} idempotencyKey={randomUUID()} />
            ) : null
          }
        />
      ) : (
        <EmptyState title={t(options.years.length === 0 ? "list.emptyTitle" : "list.noneTitle")} level={2}>
          {options.years.length === 0
            ? t("list.emptyText")
            : t.rich("list.noneText", { link: (text) => <a href={path}>{text}</a> })}
        </EmptyState>
      )}
      <ReportPages path={path} asked={asked} total={total} />
    </ProgrammeFrame>
  );
}
