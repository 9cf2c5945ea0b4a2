import { useLocale, useTranslations } from "next-intl";
import { cents } from "@/lib/domain/money";
import type { CellValue } from "@/lib/domain/report-workbook/report-column";
import { grouped } from "@/lib/views/digits";
import { amount } from "@/lib/views/money";
import { ScrollRegion } from "../signs/scroll-region";

export type ChangeLine = {
  /** Area and theme, or indicator. */
  readonly row: string;
  readonly column: string;
  readonly kind: string;
  readonly old: CellValue;
  readonly new: CellValue;
};

/** Cell by cell what stands in the report now, and what it would become. */
export function ChangeTable({ changes, total }: { changes: readonly ChangeLine[]; total: number }) {
  const t = useTranslations("workbook.preview");
  return (
    <div className="section">
      <ScrollRegion label={t("changesCaption")}>
        <table>
          <caption>
            {t("changesCaption")}
            {total > changes.length && (
              <span className="muted">{t("first", { shown: changes.length, total })}</span>
            )}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("row")}</th>
              <th scope="col">{t("column")}</th>
              <th scope="col">{t("old")}</th>
              <th scope="col">{t("new")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change, index) => (
              <tr key={index}>
                <th scope="row">{change.row}</th>
                <td>{change.column}</td>
                <ValueCell kind={change.kind} value={change.old} />
                <ValueCell kind={change.kind} value={change.new} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function ValueCell({ kind, value }: { kind: string; value: CellValue }) {
  const t = useTranslations("workbook.preview");
  const locale = useLocale();
  if (value === null)
    return (
      <td>
        <span className="absent">{t("empty")}</span>
      </td>
    );
  // Amounts and words stand in one column, so both begin where it begins.
  if (kind === "amount") return <td>{amount(cents(BigInt(value)), locale)}</td>;
  return <td>{kind === "count" ? grouped(BigInt(value), locale) : value}</td>;
}
