import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import type { Grain } from "@/lib/domain/distribution/key";
import { decimalMark, grouped } from "@/lib/views/digits";

type ValueTableProps = {
  rows: readonly { readonly code: string; readonly name: string; readonly value: string | null }[];
  total: string;
  grain: Grain;
};

/** The figures of a set, exact as they were entered; who has none is named, because that is not zero. */
export function ValueTable({ rows, total, grain }: ValueTableProps) {
  const t = useTranslations("distribution.input");
  const locale = useLocale();
  const shown = (value: string) => {
    const [units = "0", decimals] = value.split(".");
    return grouped(BigInt(units), locale) + (decimals === undefined ? "" : decimalMark(locale) + decimals);
  };
  return (
    <table className="compact table-narrow">
      <caption className="hidden">{t("values")}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`grains.${grain}`)}</th>
          <th scope="col" className="amount">
            {t("value")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, value }) => (
          <tr key={code}>
            <th scope="row">
              {name}
              <span className="meta">{code}</span>
            </th>
            <td className="amount">{value === null ? <Absent reason="none" /> : shown(value)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="total">
          <th scope="row">{t("total", { count: rows.filter(({ value }) => value !== null).length })}</th>
          <td className="amount">{shown(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
