import { useTranslations } from "next-intl";
import type { CheckedRow } from "@/lib/domain/entry/sheet-row";
import { sum } from "@/lib/domain/money";
import { AmountCell } from "../signs/amount";
import { ScrollRegion } from "../signs/scroll-region";
import { Tag } from "../signs/tag";

type AskedLinesProps = {
  lines: readonly CheckedRow[];
  total: number;
  years: readonly number[];
  areas: ReadonlyMap<string, string>;
  themes: ReadonlyMap<string, string>;
};

/** What would be proposed, line by line: of a new allocation its amounts, of a changed one the differences. */
export function AskedLines({ lines, total, years, areas, themes }: AskedLinesProps) {
  const t = useTranslations("entry.preview");
  return (
    <div className="section">
      <ScrollRegion label={t("linesCaption")}>
        <table>
          <caption>
            {t("linesCaption")}
            {total > lines.length && (
              <span className="muted">{t("first", { shown: lines.length, total })}</span>
            )}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("what")}</th>
              <th scope="col">{t("kind")}</th>
              {years.map((year) => (
                <th key={year} scope="col" className="amount">
                  {year}
                </th>
              ))}
              <th scope="col" className="amount">
                {t("together")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, state, line }) => (
              <tr key={row}>
                <th scope="row">
                  {areas.get(line?.areaId ?? "")}
                  <span className="meta">{themes.get(line?.themeId ?? "")}</span>
                </th>
                <td>
                  <Tag tone={state === "new" ? "ok" : "info"}>{t(`states.${state}`)}</Tag>
                </td>
                {years.map((year) => (
                  <AmountCell
                    key={year}
                    value={line?.years.find((one) => one.year === year)?.amount ?? null}
                    absent="none"
                  />
                ))}
                <AmountCell value={sum(line?.years.map(({ amount }) => amount) ?? [])} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
