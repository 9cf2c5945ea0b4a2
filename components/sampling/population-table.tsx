import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { type Cents, cents } from "@/lib/domain/money";
import type { PopulationTotals } from "@/lib/domain/sampling/population";
import { count } from "@/lib/views/digits";

export type StratumCount = { readonly count: number; readonly amount: Cents };

type PopulationTableProps = {
  totals: PopulationTotals;
  zeros: number;
  zerosHref?: string;
  /** Of the positive lines, once it is known: those of an interval or more. */
  top?: StratumCount;
};

/** What there is to draw from; negative lines and lines of nothing stand apart, and are in no sum with the others. */
export function PopulationTable({ totals, zeros, zerosHref, top }: PopulationTableProps) {
  const t = useTranslations("sampling.population");
  const locale = useLocale();
  const row = (name: "positive" | "top" | "below" | "negative", { count: lines, amount }: StratumCount) => (
    <tr key={name} className={name === "positive" && top !== undefined ? "sum" : undefined}>
      <th scope="row">
        {t(`rows.${name}`)}
        <span className="meta">{t(`texts.${name}`)}</span>
      </th>
      <td className="amount">{count(lines, locale)}</td>
      <AmountCell value={amount} />
    </tr>
  );
  const positive = { count: totals.positive, amount: cents(totals.positiveCents) };
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact table-narrow">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("lines")}</th>
            <th scope="col" className="amount">
              {t("count")}
            </th>
            <th scope="col" className="amount">
              {t("amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {top !== undefined && row("top", top)}
          {top !== undefined &&
            row("below", {
              count: positive.count - top.count,
              amount: cents(positive.amount - top.amount),
            })}
          {row("positive", positive)}
          {row("negative", { count: totals.negative, amount: cents(totals.negativeCents) })}
          <tr>
            <th scope="row">
              {zerosHref === undefined || zeros === 0 ? (
                t("rows.zero")
              ) : (
                <a href={zerosHref}>{t("rows.zero")}</a>
              )}
              <span className="meta">{t("texts.zero")}</span>
            </th>
            <td className="amount">{count(zeros, locale)}</td>
            <td className="amount">
              <Absent reason="not_applicable" />
            </td>
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
