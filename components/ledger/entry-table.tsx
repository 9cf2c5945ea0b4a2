import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { Pagination } from "@/components/signs/pagination";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { EntryMeasure } from "@/lib/domain/ledger/entry-filter";
import type { EntryKind } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";
import { instant, shortDate } from "@/lib/views/dates";
import { yearsText } from "@/lib/views/reconciliation";

interface Row {
  readonly seq: string;
  readonly kind: EntryKind;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly streamName: string;
  readonly municipalityName: string | null;
  readonly areaName: string | null;
  readonly themeNl: string | null;
  readonly themeEn: string | null;
  readonly years: readonly number[];
  readonly reason: string;
  readonly amount: string;
}

type Props = {
  /** The year that amounts are of; null where each is that of all years. */
  year: number | null;
  rows: readonly Row[];
  totals: readonly { readonly measure: EntryMeasure; readonly entries: bigint; readonly amount: bigint }[];
  count: number;
  base: string;
  page: number;
  perPage: number;
  address: (page: number) => string;
};

/** Entries, the last recorded first; ceilings, allocations and spend have a total each and are never added together. */
export function EntryTable({ year, rows, totals, count, base, page, perPage, address }: Props) {
  const t = useTranslations("ledger");
  const locale = useLocale();
  if (rows.length === 0) return <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>;
  const from = (page - 1) * perPage + 1;
  const to = from + rows.length - 1;
  const amount = year === null ? t("columns.amount") : t("columns.amountOf", { year: String(year) });
  return (
    <>
      <ScrollRegion label={t("caption")}>
        <table className="compact stack stack-2" role="table">
          <caption className="hidden">{t("caption")}</caption>
          <StackHead
            columns={[
              t("columns.seq"),
              t("columns.kind"),
              t("columns.place"),
              t("columns.effectiveOn"),
              t("columns.recordedAt"),
              { amount: amount },
            ]}
          />
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr role="row" key={row.seq}>
                <th scope="row" role="rowheader" className="tnum">
                  <a href={`${base}/grootboek/${row.seq}`}>{row.seq}</a>
                </th>
                <td role="cell" data-label={t("columns.kind")}>
                  <span>
                    {t(`kinds.${row.kind}`)}
                    <span className="meta">{row.reason}</span>
                  </span>
                </td>
                <td role="cell" data-label={t("columns.place")}>
                  <span>
                    {[row.areaName ?? row.municipalityName, row.streamName].filter(Boolean).join(", ")}
                    <span className="meta">
                      {[locale === "en" ? row.themeEn : row.themeNl, yearsText(row.years)]
                        .filter(Boolean)
                        .join(", ")}
                    </span>
                  </span>
                </td>
                <td role="cell" className="tnum nowrap" data-label={t("columns.effectiveOn")}>
                  {shortDate(row.effectiveOn, locale)}
                </td>
                <td role="cell" className="tnum nowrap" data-label={t("columns.recordedAt")}>
                  {instant(new Date(row.recordedAt), locale)}
                </td>
                <AmountCell label={amount} value={cents(BigInt(row.amount))} />
              </tr>
            ))}
          </tbody>
          <tfoot role="rowgroup">
            {totals.map(({ measure, entries, amount: total }) => (
              <tr role="row" className="sum" key={measure}>
                <th scope="row" role="rowheader" colSpan={5}>
                  {t(`total.${measure}`, { count: Number(entries) })}
                </th>
                <AmountCell label={amount} value={cents(total)} />
              </tr>
            ))}
          </tfoot>
        </table>
      </ScrollRegion>
      {count > perPage && (
        <Pagination
          summary={t("range", { from, to, total: count })}
          previous={page > 1 ? address(page - 1) : undefined}
          next={to < count ? address(page + 1) : undefined}
        />
      )}
    </>
  );
}
