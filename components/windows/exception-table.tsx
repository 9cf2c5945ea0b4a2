import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import { type ExceptionRow, exceptionState } from "@/lib/domain/windows/exception";
import { instant, shortDate } from "@/lib/views/dates";

type ExceptionTableProps = {
  rows: readonly ExceptionRow[];
  today: string;
  /** With it the window is a column, and a link. */
  programme?: string;
  /** The form that decides, for who may. */
  decider: (row: ExceptionRow) => ReactNode;
};

/** Every exception: who asked what and why, until when it holds, and who decided. */
export function ExceptionTable({ rows, today, programme, decider }: ExceptionTableProps) {
  const t = useTranslations("windows.exception");
  const columns = [
    ...(programme === undefined ? [] : (["window"] as const)),
    "asked",
    "until",
    "decided",
    "state",
  ] as const;
  if (rows.length === 0)
    return (
      <EmptyState title={t("emptyTitle")} level={programme === undefined ? 3 : 2}>
        {t("emptyText")}
      </EmptyState>
    );
  return (
    <ScrollRegion label={t("caption")}>
      <table className="stack stack-2 exceptions" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead columns={[t("what"), ...columns.map((column) => t(column))]} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={row.id} row={row} today={today} programme={programme}>
              {decider(row)}
            </Row>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type RowProps = { row: ExceptionRow; today: string; programme: string | undefined; children: ReactNode };

function Row({ row, today, programme, children }: RowProps) {
  const t = useTranslations("windows");
  const locale = useLocale();
  const said = (who: string, at: Date) => t("exception.byOn", { who, date: instant(at, locale) });
  const name = t("name", { year: String(row.year), period: row.period, periods: row.periods });
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {row.municipalityName}: {t(`exception.kinds.${row.kind}`)}
        <span className="meta">{row.areaName ?? t("exception.whole")}</span>
      </th>
      {programme !== undefined && (
        <td role="cell" data-label={t("exception.window")}>
          <a href={`/programma/${programme}/rapportages/perioden/${row.windowId}`}>
            {row.streamName}, {name}
          </a>
        </td>
      )}
      <td role="cell" data-label={t("exception.asked")}>
        <span>
          {row.reason}
          <span className="meta">{said(row.requestedBy, row.requestedAt)}</span>
        </span>
      </td>
      <td role="cell" className="tnum nowrap" data-label={t("exception.until")}>
        {shortDate(row.expiresOn, locale)}
      </td>
      <td role="cell" data-label={t("exception.decided")}>
        {row.decidedBy === null || row.decidedAt === null ? (
          <span className="muted">{t("exception.waiting")}</span>
        ) : (
          <span>
            {row.decisionReason}
            <span className="meta">{said(row.decidedBy, row.decidedAt)}</span>
          </span>
        )}
      </td>
      <td role="cell" data-label={t("exception.state")}>
        <div>
          <StatusTag kind="exception" status={exceptionState(row, today)} />
          {children}
        </div>
      </td>
    </tr>
  );
}
