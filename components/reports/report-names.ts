import { useLocale, useTranslations } from "next-intl";
import type { FieldNames } from "@/components/forms/field-names";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { aboutOf } from "@/lib/views/reports";

const OF_LINE = [
  "spent",
  "correction",
  "forecast",
  "note",
  "explanation",
  "own",
  "year",
  "project",
  "projectSpent",
];
const OF_RESULT = ["result", "resultNote"];

/** What the fields of a report are called in front of a sentence: area, theme and column, as at the field itself. */
export function useReportNames(report: Pick<ReportFile, "lines" | "results">): FieldNames {
  const t = useTranslations("reports.changes.fields");
  const locale = useLocale();
  const named = (about: { line?: string; result?: string }, key: string) =>
    [key, aboutOf(about, report, locale) ?? key] as const;
  return {
    rows: Object.fromEntries([
      ...report.lines.map(({ key }) => named({ line: key }, key)),
      ...report.results.map(({ key }) => named({ result: key }, key)),
    ]),
    columns: Object.fromEntries(
      [...OF_LINE, ...OF_RESULT].map((name) => [name, t(name, { number: "{number}" })]),
    ),
  };
}
