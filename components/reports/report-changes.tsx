import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { cents } from "@/lib/domain/money";
import type { FieldChange } from "@/lib/domain/reports/changes";
import { lastReturn } from "@/lib/domain/reports/remarks";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { isAbout, unchangedOf } from "@/lib/domain/reports/returned-parts";
import { count } from "@/lib/views/digits";
import { amount } from "@/lib/views/money";
import { useSubjectName } from "./subject-name";

type Report = Pick<ReportFile, "changes" | "lines" | "results" | "sections" | "remarks" | "header">;

/** Old and new side by side: what changed since the report was signed or given back the last time, and what was asked in vain. */
export function ReportChanges({ report }: { report: Report }) {
  const t = useTranslations("reports.changes");
  const nameOf = useSubjectName(report);
  const { changes, header, remarks } = report;
  if (changes === null) return null;
  const fieldName = (field: string) => {
    const [name = "", number = ""] = field.split(".");
    return t(`fields.${name}`, { number });
  };
  const asked = lastReturn(remarks, header.round);
  const sectionOf = (key: string) => report.lines.find((line) => line.key === key)?.section ?? "results";
  const untouched = unchangedOf(asked, changes, sectionOf);
  const reasonFor = (change: FieldChange) =>
    asked.find(({ subject }) => isAbout(subject, change, sectionOf))?.text;
  return (
    <section className="section" aria-labelledby="gewijzigd">
      <h2 id="gewijzigd" className="below-s">
        {t(header.status === "submitted" ? "titleSigned" : "title")}
      </h2>
      {changes.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ScrollRegion label={t("caption")}>
          <table className="compact changes">
            <caption className="hidden">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("place")}</th>
                <th scope="col">{t("field")}</th>
                <th scope="col" className="amount">
                  {t("before")}
                </th>
                <th scope="col" className="amount">
                  {t("after")}
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={`${change.key}.${change.field}`}>
                  <th scope="row">
                    {nameOf({ is: change.of, key: change.key })}
                    {reasonFor(change) !== undefined && (
                      <span className="meta">{t("asked", { reason: reasonFor(change) ?? "" })}</span>
                    )}
                  </th>
                  <td>{fieldName(change.field)}</td>
                  <Value change={change} side="before" />
                  <Value change={change} side="after" />
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {untouched.length > 0 && (
        <>
          <h3 className="above-s">{t("untouched")}</h3>
          <ul>
            {untouched.map(({ id, subject, text }) => (
              <li key={id}>
                <strong>{nameOf(subject)}</strong>
                <span className="meta">{t("asked", { reason: text })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Value({ change, side }: { change: FieldChange; side: "before" | "after" }) {
  const t = useTranslations("reports.changes");
  const locale = useLocale();
  const value = change[side];
  if (value === null)
    return (
      <td className="amount">
        <span className="muted">{t("empty")}</span>
      </td>
    );
  if (typeof value === "string") return <td className="text-value">{value}</td>;
  return (
    <td className="amount">{change.of === "line" ? amount(cents(value), locale) : count(value, locale)}</td>
  );
}
