import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/signs/empty-state";

/** For a ministry or an auditor, while the report is with the municipality. */
export function HiddenLines() {
  const t = useTranslations("reports.lines");
  return (
    <EmptyState title={t("hiddenTitle")} level={2}>
      {t("hiddenText")}
    </EmptyState>
  );
}
