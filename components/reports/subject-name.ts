import { useLocale, useTranslations } from "next-intl";
import type { RemarkSubject } from "@/lib/domain/reports/remarks";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { RESULTS_SECTION } from "@/lib/domain/reports/sections";

type Places = Pick<ReportFile, "lines" | "results" | "sections">;

/** Gives the name of what a remark or a change is about, in the reader's language. */
export function useSubjectName({ lines, results, sections }: Places): (subject: RemarkSubject) => string {
  const t = useTranslations("reports.places");
  const english = useLocale() === "en";
  return (subject) => {
    if (subject.is === "whole") return t("whole");
    if (subject.is === "section") {
      if (subject.key === RESULTS_SECTION) return t("results");
      return sections.find(({ key }) => key === subject.key)?.name ?? subject.key;
    }
    if (subject.is === "line") {
      const line = lines.find(({ key }) => key === subject.key);
      if (line === undefined) return subject.key;
      return `${line.areaName}, ${english ? line.themeNameEn : line.themeNameNl}`;
    }
    const result = results.find(({ key }) => key === subject.key);
    return (english ? result?.nameEn : result?.nameNl) ?? subject.key;
  };
}
