import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { StackHead } from "@/components/signs/stack-head";
import type { Finding } from "@/lib/domain/reports/finding";
import { openPlaces } from "@/lib/domain/reports/remarks";
import type { NamedResult, ReportFile } from "@/lib/domain/reports/report-file";
import { count } from "@/lib/views/digits";
import { typedCount } from "@/lib/views/reports";
import { FindingNote } from "./finding-note";
import { sentenceId } from "./line-cells";
import { LineInput } from "./line-input";
import { LineRows } from "./line-rows";

type ResultsProps = {
  report: Pick<ReportFile, "results" | "findings" | "header" | "remarks">;
  editing: boolean;
};

/** What was reached, against the indicators of the scheme: counts, never money. */
export function ReportResults({ report, editing }: ResultsProps) {
  const t = useTranslations("reports.results");
  if (report.results.length === 0) return null;
  const open = openPlaces(report.header.status, report.header.round, report.remarks);
  return (
    <section className="section" aria-labelledby="resultaten">
      <SectionHead id="resultaten" title={t("title")} />
      {editing && <p className="hint">{t("hint")}</p>}
      <ScrollRegion label={t("caption")}>
        <table className="lines results" role="table">
          <caption className="hidden">{t("caption")}</caption>
          <StackHead columns={[t("indicator"), { amount: t("target") }, { amount: t("value") }, t("note")]} />
          <tbody role="rowgroup">
            {report.results.map((result) => (
              <Result
                key={result.key}
                result={result}
                editing={
                  editing && (open.hasResult(result.key) || (result.value === null && result.note === null))
                }
                findings={report.findings.filter((one) => one.result === result.key)}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Result({
  result,
  editing,
  findings,
}: {
  result: NamedResult;
  editing: boolean;
  findings: readonly Finding[];
}) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const [name, unit] = locale === "en" ? [result.nameEn, result.unitEn] : [result.nameNl, result.unitNl];
  const fields = [`result.${result.key}`, `resultNote.${result.key}`] as const;
  const describedBy = findings.map(sentenceId).join(" ") || undefined;
  return (
    <LineRows
      fields={editing ? fields : []}
      columns={4}
      noted={editing && findings.length > 0}
      notes={findings.map((finding) => <FindingNote key={sentenceId(finding)} finding={finding} />)}
      cells={
        <>
          <th scope="row" role="rowheader">
            {name}
            <span className="meta">{t("results.unit", { unit })}</span>
            {result.definition !== null && <span className="meta">{result.definition}</span>}
          </th>
          <td role="cell" className="amount" data-label={t("results.target")}>
            <span className="v">
              {result.target === null ? <Absent reason="not_published" /> : count(result.target, locale)}
            </span>
          </td>
          <td role="cell" className="amount" data-label={t("results.value")}>
            <span className="v">
              {editing ? (
                <LineInput
                  name={fields[0]}
                  mode="numeric"
                  label={t("results.fieldValue", { name })}
                  defaultValue={typedCount(result.value)}
                  describedBy={describedBy}
                />
              ) : (
                <Told value={result.value} />
              )}
            </span>
          </td>
          <td role="cell" data-label={t("results.note")}>
            {editing ? (
              <span className="v v-text">
                <LineInput
                  name={fields[1]}
                  mode="text"
                  label={t("results.fieldNote", { name })}
                  defaultValue={result.note ?? ""}
                />
              </span>
            ) : (
              <span className="v">{result.note ?? <span className="muted">{t("results.noNote")}</span>}</span>
            )}
          </td>
        </>
      }
    />
  );
}

function Told({ value }: { value: bigint | null }) {
  const t = useTranslations("reports.results");
  const locale = useLocale();
  return value === null ? <Absent reason="incomplete">{t("noValue")}</Absent> : count(value, locale);
}
