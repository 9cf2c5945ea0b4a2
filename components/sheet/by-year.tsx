import { useLocale, useTranslations } from "next-intl";
import { BarByYear } from "@/components/charts/bar-by-year";
import { ShareBar } from "@/components/charts/share-bar";
import { millions } from "@/lib/views/money";
import { plotShare } from "@/lib/views/plot";
import { YEARS } from "./sample";

export function ByYear() {
  const t = useTranslations("sheet.charts");
  const locale = useLocale();
  const most = YEARS.flatMap(({ amounts }) => Object.values(amounts)).reduce(
    (high, one) => (one > high ? one : high),
    0n,
  );
  const names = {
    wijken: "Oefenregeling Wijken",
    wonen: "Oefenregeling Wonen",
    jeugd: "Oefenregeling Jeugd",
  };
  const series = Object.entries(names).map(([key, name]) => ({ key, name }));
  return (
    <section className="section" aria-labelledby="jaren-grafiek">
      <h2 id="jaren-grafiek" className="below-s">
        {t("years")}
      </h2>
      <BarByYear
        label={t("yearsLabel")}
        unit={t("unit")}
        series={series}
        rows={YEARS.map(({ year, amounts }) => ({
          year,
          values: Object.fromEntries(
            Object.entries(amounts).map(([key, value]) => [
              key,
              { plot: plotShare(value, 100_000_000n), text: millions(value, locale, 3) },
            ]),
          ),
        }))}
      >
        <table className="compact">
          <caption>{t("yearsTable")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("year")}</th>
              {series.map(({ key, name }) => (
                <th scope="col" className="amount" key={key}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {YEARS.map(({ year, amounts }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                {series.map(({ key }) => (
                  <td className="amount" key={key}>
                    {millions(amounts[key as keyof typeof names], locale, 3)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </BarByYear>
      <h3 className="above-l below-s">{t("shareOf")}</h3>
      <ShareBar part={YEARS[0]?.amounts.jeugd ?? 0n} whole={most} />
    </section>
  );
}
