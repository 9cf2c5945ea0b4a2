import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import { cents } from "@/lib/domain/money";
import { type SampleHeader, type SampleProgress, sampleState } from "@/lib/domain/sampling/sample";
import { instant } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";
import { PopulationWords } from "./population-words";

type Row = SampleHeader & SampleProgress;
type SampleTableProps = { samples: readonly Row[]; href: (id: string) => string };

/** Every sample: what it is of, how it was drawn, and how far its examination is. */
export function SampleTable({ samples, href }: SampleTableProps) {
  const t = useTranslations("sampling.list");
  const methods = useTranslations("sampling.methods");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[
            t("number"),
            t("population"),
            { amount: t("amount") },
            t("method"),
            { amount: t("examined") },
            t("state"),
          ]}
        />
        <tbody role="rowgroup">
          {samples.map((sample) => (
            <tr role="row" key={sample.id}>
              <th scope="row" role="rowheader" className="nowrap">
                <a href={href(sample.id)}>{sample.number}</a>
                <span className="meta">{instant(sample.drawnAt, locale)}</span>
              </th>
              <td role="cell" data-label={t("population")}>
                <span>
                  <PopulationWords population={sample.population} />
                  <span className="meta">{sample.purpose}</span>
                </span>
              </td>
              <AmountCell label={t("amount")} value={cents(sample.population.totals.positiveCents)} />
              <td role="cell" data-label={t("method")}>
                {methods(sample.method)}
              </td>
              <td role="cell" className="amount" data-label={t("examined")}>
                {t("of", { done: count(sample.examined, locale), all: count(sample.items, locale) })}
              </td>
              <td role="cell" data-label={t("state")}>
                <StatusTag kind="sample" status={sampleState(sample)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
