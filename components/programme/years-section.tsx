import { useLocale, useTranslations } from "next-intl";
import { BarByYear } from "@/components/charts/bar-by-year";
import { AmountCell } from "@/components/signs/amount";
import { SectionHead } from "@/components/signs/section-head";
import { type Cents, cents } from "@/lib/domain/money";
import { euro } from "@/lib/views/money";
import { plotShare } from "@/lib/views/plot";

export type YearFigure = { readonly year: number; readonly stream: string; readonly amount: Cents };

type Props = { figures: readonly YearFigure[]; names: ReadonlyMap<string, string>; booked: boolean };

/** Amounts by year and stream: as published awards for everybody, as allocations for who may see those. */
export function YearsSection({ figures, names, booked }: Props) {
  const t = useTranslations("programme.years");
  const locale = useLocale();
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => a - b);
  const series = [...names]
    .filter(([code]) => figures.some(({ stream }) => stream === code))
    .map(([key, name]) => ({ key, name }));
  if (years.length === 0) return null;
  const of = (year: number, stream: string) =>
    cents(
      figures
        .filter((one) => one.year === year && one.stream === stream)
        .reduce((all, { amount }) => all + amount, 0n),
    );
  return (
    <section className="section" aria-labelledby="jaren">
      <SectionHead id="jaren" title={t("title")} note={t(booked ? "booked" : "published")} />
      <BarByYear
        label={t("label")}
        unit={t("unit")}
        series={series}
        rows={years.map((year) => ({
          year: String(year),
          values: Object.fromEntries(
            series.map(({ key }) => {
              const value = of(year, key);
              return [key, { plot: plotShare(value, 100_000_000n), text: euro(value, locale) }];
            }),
          ),
        }))}
      >
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
                {series.map(({ key }) => (
                  <AmountCell key={key} value={of(year, key)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </BarByYear>
    </section>
  );
}
