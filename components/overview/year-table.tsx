import { useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { YearMeasure } from "@/lib/domain/overview/stream-figures";
import type { StreamOverview } from "@/lib/domain/overview/stream-overview";

const COLUMNS = [
  "ceiling",
  "allocated",
  "free",
  "advanced",
  "spent",
] as const satisfies readonly YearMeasure[];

type YearTableProps = {
  overview: Pick<StreamOverview, "years" | "totals">;
  /** Where an amount's history can be read. */
  historyOf: (measure: YearMeasure, year: number | null) => string | undefined;
};

/** Ceiling, allocated, free, advanced and spent per year; allocated and free are together the ceiling. */
export function YearTable({ overview, historyOf }: YearTableProps) {
  const t = useTranslations("overview");
  return (
    <ScrollRegion label={t("perYear.caption")}>
      <table className="compact">
        <caption className="hidden">{t("perYear.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            {COLUMNS.map((column) => (
              <th scope="col" className="amount" key={column}>
                {t("inEuro", { what: t(`measures.${column}`) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overview.years.map(({ year, sums }) => (
            <tr key={year ?? "none"}>
              <th scope="row">{year ?? t("noYear")}</th>
              {COLUMNS.map((column) => (
                <AmountCell
                  key={column}
                  value={sums[column]}
                  absent="none"
                  href={sums[column] === null ? undefined : historyOf(column, year)}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{t("total")}</th>
            {COLUMNS.map((column) => (
              <AmountCell key={column} value={overview.totals[column]} absent="none" />
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
