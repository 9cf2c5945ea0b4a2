import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { CountedResult } from "@/lib/domain/municipality/area-figures";
import { count } from "@/lib/views/digits";

/** What was reached so far, beside the target of the whole scheme. */
export function CountedTable({ results }: { results: readonly CountedResult[] }) {
  const t = useTranslations("municipality");
  const locale = useLocale();
  if (results.length === 0) return null;
  return (
    <section className="section" aria-labelledby="resultaten">
      <h2 id="resultaten" className="below-s">
        {t("results")}
      </h2>
      <ScrollRegion label={t("results")}>
        <table className="stack stack-figures compact" role="table">
          <caption className="hidden">{t("results")}</caption>
          <StackHead
            columns={[t("indicator"), t("stream"), { amount: t("counted") }, { amount: t("target") }]}
          />
          <tbody role="rowgroup">
            {results.map((result) => (
              <tr role="row" key={result.code}>
                <th scope="row" role="rowheader">
                  {locale === "en" ? result.nameEn : result.nameNl}
                  <span className="meta">{locale === "en" ? result.unitEn : result.unitNl}</span>
                </th>
                <td role="cell" data-label={t("stream")}>
                  <span>{result.streamName}</span>
                </td>
                <td role="cell" className="amount" data-label={t("counted")}>
                  <span>
                    {result.counted === null ? <Absent reason="expected" /> : count(result.counted, locale)}
                  </span>
                </td>
                <td role="cell" className="amount" data-label={t("target")}>
                  <span>
                    {result.target === null ? (
                      <Absent reason="not_published" />
                    ) : (
                      count(result.target, locale)
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
