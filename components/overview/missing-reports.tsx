import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import type { StreamReport } from "@/lib/domain/overview/stream-figures";
import { dueIn, shortDate } from "@/lib/views/dates";

type MissingReportsProps = {
  reports: readonly StreamReport[];
  validOn: string;
  municipalityOf: (id: string) => string;
  trancheOf: (id: string) => string;
  hrefOf: (report: StreamReport) => string;
};

/** Reports that were late or due on the date that is asked: what they would say is in no total. */
export function MissingReports({ reports, validOn, municipalityOf, trancheOf, hrefOf }: MissingReportsProps) {
  const t = useTranslations("overview.reports");
  const locale = useLocale();
  if (reports.length === 0)
    return (
      <EmptyState level={3} title={t("noneTitle")}>
        {t("noneText")}
      </EmptyState>
    );
  return (
    <ScrollRegion label={t("title")}>
      <table className="compact">
        <caption className="hidden">{t("title")}</caption>
        <thead>
          <tr>
            {(["municipality", "period", "due", "state"] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.municipalityId + report.trancheId + report.dueOn}>
              <th scope="row">
                <a href={hrefOf(report)}>{municipalityOf(report.municipalityId)}</a>
              </th>
              <td>
                {report.periods === 1
                  ? report.year
                  : t("part", { year: String(report.year), period: report.period, periods: report.periods })}
                <span className="meta">{trancheOf(report.trancheId)}</span>
              </td>
              <td className="tnum nowrap">{shortDate(report.dueOn, locale)}</td>
              <td>
                <StatusTag kind="report" status={report.standing === "late" ? "late" : "due"}>
                  {dueIn(report.dueOn, validOn, locale)}
                </StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
