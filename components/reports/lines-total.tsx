import { useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import type { NamedLine } from "@/lib/domain/reports/report-file";
import { isExempt } from "@/lib/domain/reports/report-line";
import { filledLines, reportTotals } from "@/lib/domain/reports/totals";
import { Cell, Money, MoneySum } from "./cell";

/** What the lines add up to. A column with a hole in it has no total. */
export function LinesTotal({ lines, final }: { lines: readonly NamedLine[]; final: boolean }) {
  const t = useTranslations("reports.lines");
  const totals = reportTotals(lines, final);
  const corrected = lines.some(({ correction }) => correction !== null && correction !== 0n);
  return (
    <tr role="row" className="total">
      <th scope="row" role="rowheader">
        {t(lines.some(isExempt) ? "totalAsked" : "total")}
        <span className="meta">{t("filled", filledLines(lines))}</span>
      </th>
      <Cell label={t("allocated")}>
        <Money value={totals.allocated} />
      </Cell>
      <Cell label={t("previous")}>
        <Money value={totals.previous} />
      </Cell>
      <Cell label={t("spent")}>
        <MoneySum sum={totals.spent} />
        {totals.spent.missing > 0 && (
          <>
            <br />
            <Absent reason="incomplete">{t("empty", { missing: totals.spent.missing })}</Absent>
          </>
        )}
      </Cell>
      <Cell label={t("correction")}>
        {corrected ? <Money value={totals.correction} /> : <span className="muted">{t("none")}</span>}
      </Cell>
      <Cell label={t("cumulative")}>
        <MoneySum sum={totals.cumulative} />
      </Cell>
      <Cell label={t("forecast")}>
        <MoneySum sum={totals.forecast} />
      </Cell>
      <Cell label={t("left")}>
        <MoneySum sum={totals.left} />
      </Cell>
    </tr>
  );
}
