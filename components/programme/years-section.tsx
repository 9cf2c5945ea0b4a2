import { useLocale, useTranslations } from "next-intl";
import { BarByYear } from "@/components/charts/bar-by-year";
import { RoundedAmount } from "@/components/claims/rounded-amount";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { type Cents, sum } from "@/lib/domain/money";
import type { YearFigure } from "@/lib/domain/overview/years";
import { euro } from "@/lib/views/money";
import { plotShare } from "@/lib/views/plot";

type Props = {
  figures: readonly YearFigure[];
  /** Names of the streams by their code. */
  names: ReadonlyMap<string, string>;
  shows: "published" | "allocated" | "spent";
};

/** Amounts by year and stream: as published awards for everybody, as booked for who may see that. */
export function YearsSection({ figures, names, shows }: Props) {
  const t = useTranslations("programme.years");
  const absence = useTranslations("status.absence");
  const locale = useLocale();
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => a - b);
  const series = [...names].flatMap(([stream, name]) =>
    [true, false]
      .filter((exact) => figures.some((one) => one.stream === stream && one.exact === exact))
      .map((exact) => ({
        key: `${stream} ${exact}`,
        stream,
        exact,
        name: exact ? name : t("rounded", { stream: name }),
      })),
  );
  if (years.length === 0) return null;
  const of = (year: number, { stream, exact }: { stream: string; exact: boolean }): Cents | null => {
    const own = figures.filter((one) => one.year === year && one.stream === stream && one.exact === exact);
    return own.length === 0 ? null : sum(own.map(({ amount }) => amount));
  };
  const absent = shows === "published" ? "not_published" : "none";
  return (
    <section className="section" aria-labelledby="jaren">
      <SectionHead id="jaren" title={t("title")} note={t(shows)} />
      <BarByYear
        label={t("label")}
        unit={t("unit")}
        series={series}
        rows={years.map((year) => ({
          year: String(year),
          values: Object.fromEntries(
            series.map((one) => {
              const value = of(year, one);
              const text = value === null ? absence(absent) : euro(value, locale);
              return [one.key, { plot: plotShare(value ?? 0n, 100_000_000n), text }];
            }),
          ),
        }))}
      >
        <ScrollRegion label={t("table")}>
          <table className="compact">
            <caption className="hidden">{t("table")}</caption>
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
              {years.map((year) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  {series.map((one) =>
                    one.exact ? (
                      <AmountCell key={one.key} value={of(year, one)} absent={absent} />
                    ) : (
                      <td key={one.key} className="amount">
                        <RoundedAmount value={of(year, one)} absent={absent} />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </BarByYear>
    </section>
  );
}
