import { useLocale, useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { type Cents, cents, sum } from "@/lib/domain/money";

interface Row {
  readonly id: string;
  readonly number: string;
  readonly municipality: string;
  readonly area: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly stream: string;
  readonly awarded: Cents;
  readonly advanced: Cents;
  readonly open: Cents;
  readonly spent: Cents;
  readonly own: boolean;
}

type AdvanceTableProps = {
  /** One page of rows, and all of them for the totals. */
  rows: readonly Row[];
  all: readonly Row[];
  base: string;
  mayRecord: boolean;
};

const COLUMNS = ["awarded", "advanced", "open", "left", "spent"] as const;
const amountsOf = ({ awarded, advanced, open, spent }: Omit<Row, "id">) =>
  ({ awarded, advanced, open, left: cents(awarded - advanced - open), spent }) as const;

/** What was paid per allocation; the bar is the part of the award that was paid. */
export function AdvanceTable({ rows, all, base, mayRecord }: AdvanceTableProps) {
  const t = useTranslations("advances");
  const locale = useLocale();
  if (rows.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-figures" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[
            t("number"),
            t("place"),
            ...COLUMNS.map((column) => ({ amount: t(column) })),
            t("action"),
          ]}
        />
        <tbody role="rowgroup">
          {rows.map((row) => {
            const amounts = amountsOf(row);
            return (
              <tr role="row" key={row.id}>
                <th scope="row" role="rowheader">
                  <a className="nowrap" href={`${base}/toekenningen/${row.id}`}>
                    {row.number}
                  </a>
                  <ShareBar part={row.advanced} whole={row.awarded} />
                </th>
                <td role="cell" data-label={t("place")}>
                  <span>
                    {row.area}
                    <span className="meta">
                      {locale === "en" ? row.themeEn : row.themeNl}, {row.stream}
                    </span>
                  </span>
                </td>
                {COLUMNS.map((column) => (
                  <AmountCell key={column} label={t(column)} value={amounts[column]} />
                ))}
                <td role="cell" data-label={t("action")}>
                  <span>
                    <a href={`${base}/toekenningen/${row.id}/kasritme`}>
                      {t("schedule")}
                      <span className="hidden"> {row.number}</span>
                    </a>
                    {mayRecord && row.own && (
                      <a className="meta" href={`${base}/voorschotten/nieuw?toekenning=${row.id}`}>
                        {t("record")}
                        <span className="hidden"> {row.number}</span>
                      </a>
                    )}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row" className="total">
            <th scope="row" role="rowheader" colSpan={2}>
              {t("total")}
            </th>
            {COLUMNS.map((column) => (
              <AmountCell
                key={column}
                label={t(column)}
                value={sum(all.map((row) => amountsOf(row)[column]))}
              />
            ))}
            <td role="cell" className="wide-only" />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
