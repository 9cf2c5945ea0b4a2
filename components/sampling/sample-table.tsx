import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
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
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t("number")}
            </th>
            <th scope="col" role="columnheader">
              {t("population")}
            </th>
            <th scope="col" role="columnheader" className="amount">
              {t("amount")}
            </th>
            <th scope="col" role="columnheader">
              {t("method")}
            </th>
            <th scope="col" role="columnheader" className="amount">
              {t("examined")}
            </th>
            <th scope="col" role="columnheader">
              {t("state")}
            </th>
          </tr>
        </thead>
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
