import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField } from "@/components/forms/date-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { RemarkSubject } from "@/lib/domain/reports/remarks";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { RESULTS_SECTION } from "@/lib/domain/reports/sections";
import { subjectName } from "@/lib/input/report-review";
import { useSubjectName } from "./subject-name";

/** What is given back: only the places at which a reason is written, or with the last field the whole report. */
export function ReturnParts({ report }: { report: ReportFile }) {
  const t = useTranslations("reports.return");
  const english = useLocale() === "en";
  const nameOf = useSubjectName(report);
  const field = (subject: RemarkSubject, label: ReactNode) => (
    <TextField
      key={subjectName(subject)}
      name={`back.${subjectName(subject)}`}
      label={label}
      maxLength={1000}
    />
  );
  return (
    <>
      <p className="hint">{t("hint")}</p>
      {report.sections.map((section) => {
        const lines = report.lines.filter((line) => line.section === section.key);
        const whole: RemarkSubject = { is: "section", key: section.key };
        return (
          <details key={section.key} className="below-s">
            <summary>{nameOf(whole)}</summary>
            {lines.map(({ key, areaName, themeNameNl, themeNameEn }) =>
              field(
                { is: "line", key },
                <>
                  <span className="hidden">{areaName}, </span>
                  {english ? themeNameEn : themeNameNl}
                </>,
              ),
            )}
            {section.key === RESULTS_SECTION &&
              report.results.map(({ key }) => field({ is: "result", key }, nameOf({ is: "result", key })))}
            {field(whole, t("wholeSection", { section: nameOf(whole) }))}
          </details>
        );
      })}
      <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} optional wide />
      <DateField name="answerBy" label={t("before")} optional />
    </>
  );
}
