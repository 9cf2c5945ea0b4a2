import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cents } from "@/lib/domain/money";
import type { Finding } from "@/lib/domain/reports/finding";
import type { NamedLine } from "@/lib/domain/reports/report-file";
import { correctsOneOf, hasCorrection } from "@/lib/domain/reports/report-line";
import { hasOwnField } from "@/lib/domain/reports/rule-engine";
import { count } from "@/lib/views/digits";
import { euro } from "@/lib/views/money";
import { findingFacts } from "@/lib/views/reports";
import { CorrectsField } from "./corrects-field";
import { FindingNote } from "./finding-note";
import { sentenceId } from "./line-cells";
import { DetailsTold, hasDetails, LineDetails } from "./line-details";
import { LineQuestion } from "./line-question";

/** Rules about years and projects, whose fields are folded away. */
const PARTS = new Set(["S22", "S23", "X18"]);

/** Questions have a field of their own; these blocks are told by that field. */
const TOLD_BY_FIELD = new Set(["noteMissing", "under"]);

type LineNotesProps = { line: NamedLine; theme: string; findings: readonly Finding[]; editing: boolean };

export function hasNotes({ line, editing }: Omit<LineNotesProps, "theme" | "findings">): boolean {
  return editing || line.explanation !== null || hasCorrection(line) || hasDetails(line);
}

/** Under a line: what the rules say, and the questions that they ask. Read-only, what was answered. */
export function LineNotes({ line, theme, findings, editing }: LineNotesProps): ReactNode {
  const t = useTranslations("reports");
  const locale = useLocale();
  if (!editing) return <Answers line={line} />;
  const question = findings.find(
    (one) => one.severity === "question" && one.waiver === undefined && !hasOwnField(one),
  );
  const amount = euro(cents(line.correction ?? 0n), locale);
  return (
    <>
      {findings
        .filter((one) => !TOLD_BY_FIELD.has(one.problem) || one.waiver !== undefined)
        .map((finding) => (
          <FindingNote key={sentenceId(finding)} finding={finding} />
        ))}
      {(hasCorrection(line) || line.correctionNote !== null) && (
        <LineQuestion
          name={`note.${line.key}`}
          label={t("lines.note", { amount })}
          hint={t("lines.noteHint")}
          defaultValue={line.correctionNote ?? ""}
        />
      )}
      {hasCorrection(line) && correctsOneOf(line.earlierSpends) && (
        <CorrectsField
          name={`corrects.${line.key}`}
          label={
            <>
              {t("lines.corrects")}
              <span className="hidden">
                : {line.areaName}, {theme}
              </span>
            </>
          }
          hint={t("lines.correctsHint")}
          defaultValue={String(line.corrects?.seq ?? "")}
          options={line.earlierSpends.map(({ seq, year }) => ({
            value: String(seq),
            label: t("lines.entry", { seq: count(seq, locale), year: String(year) }),
          }))}
        />
      )}
      {(question !== undefined || line.explanation !== null) && (
        <LineQuestion
          name={`explanation.${line.key}`}
          label={
            question === undefined ? t("lines.whyPlain") : t("lines.why", findingFacts(question, locale))
          }
          defaultValue={line.explanation ?? ""}
        />
      )}
      <LineDetails line={line} theme={theme} open={findings.some(({ code }) => PARTS.has(code))} />
    </>
  );
}

function Answers({ line }: { line: NamedLine }) {
  const t = useTranslations("reports.lines");
  const locale = useLocale();
  return (
    <>
      {hasCorrection(line) && (
        <p className="small">
          <strong>{t("noteShown")}</strong> {line.correctionNote ?? t("none")}
          {line.corrects !== null && (
            <span className="meta">
              {t("correctsShown", {
                entry: t("entry", {
                  seq: count(line.corrects.seq, locale),
                  year: String(line.corrects.year),
                }),
              })}
            </span>
          )}
        </p>
      )}
      {line.explanation !== null && (
        <p className="small">
          <strong>{t("explanationShown")}</strong> {line.explanation}
        </p>
      )}
      <DetailsTold line={line} />
    </>
  );
}
