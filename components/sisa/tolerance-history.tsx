import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SourceLink } from "@/components/signs/source-link";
import type { Tolerance } from "@/lib/domain/sisa/tolerance";
import { shareText } from "@/lib/views/sisa";

/** Which tolerance holds from which year, with its source; of one year only the last version counts. */
export function ToleranceHistory({ tolerances }: { tolerances: readonly Tolerance[] }) {
  const t = useTranslations("sisa.tolerance.history");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="toleranties">
      <h2 id="toleranties">{t("title")}</h2>
      {tolerances.length === 0 ? (
        <p className="muted">{t("none")}</p>
      ) : (
        <ScrollRegion label={t("caption")}>
          <table className="compact">
            <caption className="hidden">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("from")}</th>
                <th scope="col" className="amount">
                  {t("errors")}
                </th>
                <th scope="col" className="amount">
                  {t("uncertainties")}
                </th>
                <th scope="col">{t("reading")}</th>
                <th scope="col">{t("source")}</th>
              </tr>
            </thead>
            <tbody>
              {tolerances.map((one) => (
                <tr key={`${one.firstYear}/${one.version}`}>
                  <th scope="row" className="tnum">
                    {one.firstYear}
                    {one.version > 1 && (
                      <span className="meta">{t("version", { version: one.version })}</span>
                    )}
                  </th>
                  <td className="amount tnum">{shareText(one.errors, locale)}</td>
                  <td className="amount tnum">{shareText(one.uncertainties, locale)}</td>
                  <td>{t(`readings.${one.reading}`)}</td>
                  <td>
                    <SourceLink wrap>{one.source}</SourceLink>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}
