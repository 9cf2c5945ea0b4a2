import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { ScrollRegion } from "@/components/signs/scroll-region";
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
        <table className="compact">
          <caption className="hidden">{t("results")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("indicator")}</th>
              <th scope="col">{t("stream")}</th>
              <th scope="col" className="amount">
                {t("counted")}
              </th>
              <th scope="col" className="amount">
                {t("target")}
              </th>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <tr key={result.code}>
                <th scope="row">
                  {locale === "en" ? result.nameEn : result.nameNl}
                  <span className="meta">{locale === "en" ? result.unitEn : result.unitNl}</span>
                </th>
                <td>{result.streamName}</td>
                <td className="amount">
                  {result.counted === null ? <Absent reason="expected" /> : count(result.counted, locale)}
                </td>
                <td className="amount">
                  {result.target === null ? <Absent reason="not_published" /> : count(result.target, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
