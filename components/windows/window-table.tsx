import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import { type WindowRow, windowState } from "@/lib/domain/windows/reporting-window";
import { shortDate } from "@/lib/views/dates";
import { ClosingText } from "./closing-text";

type WindowTableProps = { rows: readonly WindowRow[]; programme: string; today: string; now: Date };

/** Every window with its dates, how many reported, and whether it is still open. */
export function WindowTable({ rows, programme, today, now }: WindowTableProps) {
  const t = useTranslations("windows.list");
  const columns = ["opens", "due", "closes", "reported", "exceptions", "state"] as const;
  if (rows.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  return (
    <ScrollRegion label={t("caption")}>
      <table className="stack stack-2 windows" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead columns={[t("period"), ...columns.map((column) => t(column))]} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={row.id} row={row} programme={programme} state={windowState(row, today, now)} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

type RowProps = { row: WindowRow; programme: string; state: ReturnType<typeof windowState> };

function Row({ row, programme, state }: RowProps) {
  const t = useTranslations("windows");
  const locale = useLocale();
  const name = t("name", { year: String(row.year), period: row.period, periods: row.periods });
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`/programma/${programme}/rapportages/perioden/${row.id}`}>
          {row.streamName}, {name}
        </a>
        <span className="meta">{row.trancheName}</span>
      </th>
      <td role="cell" className="tnum nowrap" data-label={t("list.opens")}>
        {shortDate(row.opensOn, locale)}
      </td>
      <td role="cell" className="tnum nowrap" data-label={t("list.due")}>
        {shortDate(row.dueOn, locale)}
      </td>
      <td role="cell" data-label={t("list.closes")}>
        <ClosingText at={row.closesAt} />
      </td>
      <td role="cell" data-label={t("list.reported")}>
        {row.reporters === 0
          ? t("list.nobody")
          : t("list.of", { reported: row.reported, reporters: row.reporters })}
      </td>
      <td role="cell" data-label={t("list.exceptions")}>
        {row.exceptions === 0 ? t("list.noneValid") : t("list.valid", { count: row.exceptions })}
      </td>
      <td role="cell" data-label={t("list.state")}>
        <StatusTag kind="window" status={state} />
      </td>
    </tr>
  );
}
