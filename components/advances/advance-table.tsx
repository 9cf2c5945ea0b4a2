import { useLocale, useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
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
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("place")}</th>
            {COLUMNS.map((column) => (
              <th scope="col" className="amount" key={column}>
                {t(column)}
              </th>
            ))}
            <th scope="col">{t("action")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const amounts = amountsOf(row);
            return (
              <tr key={row.id}>
                <th scope="row">
                  <a className="nowrap" href={`${base}/toekenningen/${row.id}`}>
                    {row.number}
                  </a>
                  <ShareBar part={row.advanced} whole={row.awarded} />
                </th>
                <td>
                  {row.area}
                  <span className="meta">
                    {locale === "en" ? row.themeEn : row.themeNl}, {row.stream}
                  </span>
                </td>
                {COLUMNS.map((column) => (
                  <AmountCell key={column} value={amounts[column]} />
                ))}
                <td>
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
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row" colSpan={2}>
              {t("total")}
            </th>
            {COLUMNS.map((column) => (
              <AmountCell key={column} value={sum(all.map((row) => amountsOf(row)[column]))} />
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
