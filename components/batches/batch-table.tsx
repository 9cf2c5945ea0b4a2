import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { BatchHeader } from "@/lib/domain/proposals/batch-view";
import { instant } from "@/lib/views/dates";
import { StateCounts } from "./state-counts";

/** Batches with what they add up to and how their lines stand. */
export function BatchTable({ rows, base }: { rows: readonly BatchHeader[]; base: string }) {
  const t = useTranslations("batches.list");
  const origins = useTranslations("batches.origins");
  const locale = useLocale();
  if (rows.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[
            t("number"),
            t("origin"),
            t("entered"),
            { amount: t("lines") },
            { amount: t("total") },
            t("stand"),
          ]}
        />
        <tbody role="rowgroup">
          {rows.map((batch) => (
            <tr role="row" key={batch.id}>
              <th scope="row" role="rowheader">
                <a className="nowrap" href={`${base}/${batch.id}`}>
                  {batch.number}
                </a>
                <span className="meta">{batch.name}</span>
              </th>
              <td role="cell" data-label={t("origin")}>
                {origins(batch.origin)}
              </td>
              <td role="cell" data-label={t("entered")}>
                <span>
                  {batch.author}
                  <span className="meta">{instant(batch.createdAt, locale)}</span>
                </span>
              </td>
              <td role="cell" className="amount" data-label={t("lines")}>
                {batch.lines}
              </td>
              <AmountCell label={t("total")} value={batch.total} />
              <td role="cell" data-label={t("stand")}>
                <StateCounts counts={batch.counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
