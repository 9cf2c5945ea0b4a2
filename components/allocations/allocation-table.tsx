import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { Pagination } from "@/components/signs/pagination";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SortHead } from "@/components/signs/sort-head";
import { StatusTag } from "@/components/signs/status-tag";
import { type Cents, cents } from "@/lib/domain/money";
import type { AllocationFilters, AllocationSort } from "@/lib/input/allocation-filters";

interface Row {
  readonly id: string;
  readonly number: string;
  readonly stream: string;
  readonly tranche: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly municipality: string;
  readonly area: string;
  readonly revisions: number;
  readonly withdrawn: boolean;
  readonly allocated: bigint;
  readonly spent: bigint;
}
type Props = {
  list: {
    readonly rows: readonly Row[];
    readonly total: number;
    readonly allocated: Cents;
    readonly spent: Cents;
  };
  filters: AllocationFilters;
  base: string;
  perPage: number;
};

const statusOf = ({ withdrawn, revisions }: Row) =>
  withdrawn ? "withdrawn" : revisions > 0 ? "revised" : "active";

/** One page of allocations; the totals under it are those of the whole question, and say so. */
export function AllocationTable({ list, filters, base, perPage }: Props) {
  const t = useTranslations("allocations.list");
  const locale = useLocale();
  if (list.rows.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  const address = (change: Partial<Record<keyof AllocationFilters, string>>) => {
    const all = { ...filters, ...change };
    const query = new URLSearchParams(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    );
    return `${base}?${query}`;
  };
  const head = (sort: AllocationSort, numeric = false) => {
    const now = filters.volgorde === sort;
    const down = now && filters.richting === "op";
    return (
      <SortHead
        numeric={numeric}
        href={address({ volgorde: sort, richting: down ? "af" : "op", pagina: "1" })}
        sorted={now ? (filters.richting === "op" ? "ascending" : "descending") : undefined}
      >
        {t(`columns.${sort}`)}
      </SortHead>
    );
  };
  const from = (filters.pagina - 1) * perPage + 1;
  const to = from + list.rows.length - 1;
  return (
    <>
      <ScrollRegion label={t("caption")}>
        <table className="compact stack stack-figures" role="table">
          <caption className="hidden">{t("caption")}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {head("nummer")}
              {head("gebied")}
              <th scope="col" role="columnheader">
                {t("columns.stream")}
              </th>
              {head("toegekend", true)}
              {head("besteed", true)}
              {head("over", true)}
              <th scope="col" role="columnheader">
                {t("columns.status")}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {list.rows.map((row) => (
              <tr role="row" key={row.id}>
                <th scope="row" role="rowheader" className="nowrap">
                  <a href={`${base}/${row.id}`}>{row.number}</a>
                </th>
                <td role="cell" data-label={t("columns.gebied")}>
                  <span>
                    {row.area}
                    <span className="meta">{row.municipality}</span>
                  </span>
                </td>
                <td role="cell" data-label={t("columns.stream")}>
                  <span>
                    {row.stream}
                    <span className="meta">
                      {row.tranche}, {locale === "en" ? row.themeEn : row.themeNl}
                    </span>
                  </span>
                </td>
                <AmountCell label={t("columns.toegekend")} value={cents(row.allocated)} />
                <AmountCell label={t("columns.besteed")} value={cents(row.spent)} />
                <AmountCell label={t("columns.over")} value={cents(row.allocated - row.spent)} />
                <td role="cell" data-label={t("columns.status")}>
                  <StatusTag kind="allocation" status={statusOf(row)} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot role="rowgroup">
            <tr role="row" className="total">
              <th scope="row" role="rowheader" colSpan={3}>
                {t("total", { count: list.total })}
              </th>
              <AmountCell label={t("columns.toegekend")} value={list.allocated} />
              <AmountCell label={t("columns.besteed")} value={list.spent} />
              <AmountCell label={t("columns.over")} value={cents(list.allocated - list.spent)} />
              <td role="cell" className="wide-only" />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      {list.total > perPage && (
        <Pagination
          summary={t("range", { from, to, total: list.total })}
          previous={filters.pagina > 1 ? address({ pagina: String(filters.pagina - 1) }) : undefined}
          next={to < list.total ? address({ pagina: String(filters.pagina + 1) }) : undefined}
        />
      )}
    </>
  );
}
