import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { AmountText } from "@/components/signs/amount-text";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { YearOutcome } from "@/lib/domain/distribution/distribute";
import { amountParts } from "@/lib/views/money";

type YearTableProps = { years: readonly YearOutcome[]; names: ReadonlyMap<string, string> };

/** Each recipient's amount of each year: every column is that year's pot less what is left of it. */
export function YearTable({ years, names }: YearTableProps) {
  const t = useTranslations("distribution.years");
  const locale = useLocale();
  const codes = years[0]?.amounts.map(({ code }) => code) ?? [];
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("recipient")}</th>
            {years.map(({ year }) => (
              <th scope="col" className="amount" key={year}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codes.map((code, row) => (
            <tr key={code}>
              <th scope="row">{names.get(code) ?? code}</th>
              {years.map(({ year, amounts }) => {
                const amount = amounts[row]?.amount;
                return (
                  <td className="amount" key={year}>
                    {amount !== undefined && <AmountText parts={amountParts(amount, locale)} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{t("total")}</th>
            {years.map(({ year, sum }) => (
              <AmountCell key={year} value={sum} />
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
