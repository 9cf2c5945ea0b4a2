import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SourceLink } from "@/components/signs/source-link";
import type { BookIndicator, ClaimBook } from "@/lib/domain/claims/claim-book";
import { valueText } from "@/lib/views/claims";

type Props = { indicators: readonly BookIndicator[]; book: ClaimBook; base: string };

/** Targets and counts as published, each with its unit and source; a count is never an amount. */
export function IndicatorTable({ indicators, book, base }: Props) {
  const t = useTranslations("programme.streams");
  const areas = useTranslations("programme.areaPage");
  const locale = useLocale();
  return (
    <section className="section">
      <h2 id="doelen">{t("targets")}</h2>
      <ScrollRegion label={t("targets")}>
        <table className="compact">
          <caption className="hidden">{t("targets")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              <th scope="col" className="amount">
                {t("target")}
              </th>
              <th scope="col">{areas("source")}</th>
            </tr>
          </thead>
          <tbody>
            {indicators.map(({ code, nameNl, nameEn, unitNl, unitEn, target, source, place, note }) => (
              <tr key={code}>
                <th scope="row">
                  {locale === "en" ? nameEn : nameNl}
                  {note !== null && <span className="meta">{note}</span>}
                </th>
                <td className="amount">
                  {target === null ? (
                    <Absent reason="not_published" />
                  ) : (
                    `${valueText({ unit: "count", numerator: target, denominator: 1n }, locale).text} ${locale === "en" ? unitEn : unitNl}`
                  )}
                </td>
                <td>
                  {source !== null && (
                    <SourceLink href={`${base}/claims?bron=${source}`} wrap>
                      {[book.sources.find((one) => one.code === source)?.title, place]
                        .filter(Boolean)
                        .join(", ")}
                    </SourceLink>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
