import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountText } from "@/components/signs/amount-text";
import { cents } from "@/lib/domain/money";
import type { ReportRow } from "@/lib/domain/reports/report-overview";
import { amount, amountParts } from "@/lib/views/money";
import type { Absence } from "@/lib/views/status";

const WITHOUT_REPORT: Readonly<Record<string, Absence>> = {
  notDue: "not_due",
  due: "expected",
  late: "late",
  waived: "waived",
  notApplicable: "not_applicable",
};

/** What was reported for the period. Without a report, or with a line empty, it is a word and never a zero. */
export function ReportedAmount({ row }: { row: ReportRow }) {
  const t = useTranslations("reports.list");
  const locale = useLocale();
  const { state, lines, empty, spent, corrected, overdue } = row;
  if (row.reportId === null) return <Absent reason={WITHOUT_REPORT[state] ?? "expected"} />;
  // A draft that this reader may not see is, for this reader, a report that has not come yet.
  if (lines === 0) return <Absent reason={overdue ? "late" : "expected"} />;
  if (empty > 0 || spent === null) {
    return (
      <>
        <Absent reason="incomplete" />
        <span className="meta">{t("incompleteLines", { filled: lines - empty, lines })}</span>
      </>
    );
  }
  return (
    <>
      <AmountText parts={amountParts(cents(spent), locale)} />
      {corrected !== null && corrected !== 0n && (
        <span className="meta">{t("correction", { amount: amount(cents(corrected), locale) })}</span>
      )}
    </>
  );
}
