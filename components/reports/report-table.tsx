import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { ReportRow } from "@/lib/domain/reports/report-overview";
import { longDate, shortDate } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";
import { ReportedAmount } from "./reported-amount";
import { StateTags } from "./state-tags";

type ReportTableProps = {
  rows: readonly ReportRow[];
  programme: string;
  today: string;
  /** Several municipalities: their names are a column. */
  named: boolean;
  /** The form that opens a report that is due, for who fills it. */
  opener: (row: ReportRow) => ReactNode;
};

/** Every window with its report, or with the word for why there is none. */
export function ReportTable({ rows, programme, today, named, opener }: ReportTableProps) {
  const t = useTranslations("reports");
  return (
    <ScrollRegion label={t("list.caption")}>
      <table className="stack stack-2 reports" role="table">
        <caption className="hidden">{t("list.caption")}</caption>
        <StackHead
          columns={[
            t("list.head.report"),
            ...(named ? [t("list.head.municipality")] : []),
            t("list.head.due"),
            { amount: t("list.head.spent") },
            t("list.head.state"),
          ]}
        />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={row.windowId + row.municipalityId}>
              <th scope="row" role="rowheader">
                <Name row={row} programme={programme} />
              </th>
              {named && (
                <td role="cell" data-label={t("list.head.municipality")}>
                  {row.municipalityName}
                </td>
              )}
              <Due row={row} />
              <td role="cell" className="amount" data-label={t("list.head.spent")}>
                <ReportedAmount row={row} />
              </td>
              <td role="cell" data-label={t("list.head.state")}>
                <div className="state-cell">
                  <StateTags row={row} today={today} />
                  {opener(row)}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The name is a link as soon as there is a report to look at. */
function Name({ row, programme }: { row: ReportRow; programme: string }) {
  const t = useTranslations("reports");
  const name = t("reportOf", {
    stream: row.streamName,
    year: String(row.year),
    period: row.period,
    periods: row.periods,
  });
  return (
    <>
      {row.reportId === null ? name : <a href={reportPath(programme, row.reportId)}>{name}</a>}
      <span className="meta">{row.trancheName}</span>
    </>
  );
}

function Due({ row }: { row: ReportRow }) {
  const t = useTranslations("reports.list");
  const locale = useLocale();
  return (
    <td role="cell" className="tnum" data-label={t("head.due")}>
      <span className="nowrap">{shortDate(row.dueOn, locale)}</span>
      {row.state === "notDue" && (
        <span className="meta">{t("opens", { date: longDate(row.opensOn, locale) })}</span>
      )}
    </td>
  );
}
