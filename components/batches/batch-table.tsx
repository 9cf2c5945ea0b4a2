import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
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
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("origin")}</th>
            <th scope="col">{t("entered")}</th>
            <th scope="col" className="amount">
              {t("lines")}
            </th>
            <th scope="col" className="amount">
              {t("total")}
            </th>
            <th scope="col">{t("stand")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((batch) => (
            <tr key={batch.id}>
              <th scope="row">
                <a className="nowrap" href={`${base}/${batch.id}`}>
                  {batch.number}
                </a>
                <span className="meta">{batch.name}</span>
              </th>
              <td>{origins(batch.origin)}</td>
              <td>
                {batch.author}
                <span className="meta">{instant(batch.createdAt, locale)}</span>
              </td>
              <td className="amount">{batch.lines}</td>
              <AmountCell value={batch.total} />
              <td>
                <StateCounts counts={batch.counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
