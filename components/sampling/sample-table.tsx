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
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("population")}</th>
            <th scope="col" className="amount">
              {t("amount")}
            </th>
            <th scope="col">{t("method")}</th>
            <th scope="col" className="amount">
              {t("examined")}
            </th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {samples.map((sample) => (
            <tr key={sample.id}>
              <th scope="row" className="nowrap">
                <a href={href(sample.id)}>{sample.number}</a>
                <span className="meta">{instant(sample.drawnAt, locale)}</span>
              </th>
              <td>
                <PopulationWords population={sample.population} />
                <span className="meta">{sample.purpose}</span>
              </td>
              <AmountCell value={cents(sample.population.totals.positiveCents)} />
              <td>{methods(sample.method)}</td>
              <td className="amount">
                {t("of", { done: count(sample.examined, locale), all: count(sample.items, locale) })}
              </td>
              <td>
                <StatusTag kind="sample" status={sampleState(sample)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
