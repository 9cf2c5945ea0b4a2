import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { type OptionGroup, SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import { Tag } from "@/components/signs/tag";
import { openQuestions, type Remark } from "@/lib/domain/reports/remarks";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { subjectName } from "@/lib/input/report-review";
import { instant, longDate } from "@/lib/views/dates";
import { useSubjectName } from "./subject-name";

type ReportRemarksProps = {
  report: ReportFile;
  title: string;
  /** Absent for who only reads. */
  say?: FormAction;
  /** Whether this reader can ask, which only who reviews does. */
  asks: boolean;
  /** An idempotency key a form: the first for something new, the others by the id of what is answered. */
  keys: { readonly fresh: string; readonly answers: ReadonlyMap<string, string> };
};

/** What was asked and said about the report and its lines, with the answers under each. */
export function ReportRemarks({ report, title, say, asks, keys }: ReportRemarksProps) {
  const t = useTranslations("reports.remarks");
  const { remarks } = report;
  const threads = remarks.filter(({ kind }) => kind !== "answer");
  if (threads.length === 0 && say === undefined) return null;
  const open = new Set(openQuestions(remarks).map(({ id }) => id));
  return (
    <section className="section" aria-labelledby="opmerkingen">
      <h2 id="opmerkingen" className="below-s">
        {t("title")}
      </h2>
      {threads.length === 0 && <p className="muted">{t("none")}</p>}
      <ol className="remarks">
        {threads.map((one) => (
          <Thread key={one.id} one={one} report={report} open={open.has(one.id)}>
            {say !== undefined && one.kind !== "returned" && (
              <AnswerForm
                report={report}
                title={title}
                say={say}
                one={one}
                idempotencyKey={keys.answers.get(one.id) ?? ""}
              />
            )}
          </Thread>
        ))}
      </ol>
      {say !== undefined && (
        <SayForm report={report} title={title} say={say} asks={asks} idempotencyKey={keys.fresh} />
      )}
    </section>
  );
}

function Thread({
  one,
  report,
  open,
  children,
}: {
  one: Remark;
  report: ReportFile;
  open: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("reports.remarks");
  const locale = useLocale();
  const nameOf = useSubjectName(report);
  const answers = report.remarks.filter(({ answersId }) => answersId === one.id);
  return (
    <li id={`opmerking-${one.id}`}>
      <p className="small flush">
        <strong>{nameOf(one.subject)}</strong>{" "}
        <Tag tone={open ? "warn" : "wait"} sign={open ? "clock" : "none"}>
          {t(`kinds.${open ? "open" : one.kind}`)}
        </Tag>
      </p>
      <Said one={one} />
      {one.answerBy !== null && (
        <p className="small muted flush">{t("answerBy", { date: longDate(one.answerBy, locale) })}</p>
      )}
      {answers.map((answer) => (
        <div className="answer" key={answer.id}>
          <Said one={answer} />
        </div>
      ))}
      {children}
    </li>
  );
}

function Said({ one }: { one: Remark }) {
  const t = useTranslations("reports.remarks");
  const locale = useLocale();
  return (
    <>
      <p className="remark-text">{one.text}</p>
      <p className="meta">
        {t("by", { who: one.personName, side: t(`sides.${one.side}`), date: instant(one.at, locale) })}
      </p>
    </>
  );
}

type FormProps = { report: ReportFile; title: string; say: FormAction; idempotencyKey: string };

function AnswerForm({ report, title, say, idempotencyKey, one }: FormProps & { one: Remark }) {
  const t = useTranslations("reports.remarks");
  const nameOf = useSubjectName(report);
  return (
    <details className="small">
      <summary>{t("answer", { place: nameOf(one.subject) })}</summary>
      <ActionForm action={say} title={title} refusal={t("refusal")} prefix={`antwoord-${one.id}-`}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="report" value={report.header.id} />
        <HiddenField name="answers" value={one.id} />
        <TextareaField name="text" label={t("answerText")} wide />
        <div className="actions">
          <SubmitButton look="second">{t("answerButton")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

function SayForm({ report, title, say, idempotencyKey, asks }: FormProps & { asks: boolean }) {
  const t = useTranslations("reports.remarks");
  return (
    <details className="above-m">
      <summary>{t(asks ? "ask" : "say")}</summary>
      <ActionForm action={say} title={title} refusal={t("refusal")} prefix="opmerking-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="report" value={report.header.id} />
        <SelectField name="subject" label={t("about")} options={useSubjects(report)} defaultValue="whole" />
        {asks && (
          <SelectField
            name="kind"
            label={t("kind")}
            defaultValue="question"
            options={[
              { value: "question", label: t("asQuestion") },
              { value: "comment", label: t("asComment") },
            ]}
          />
        )}
        <TextareaField name="text" label={t("text")} wide />
        {asks && <DateField name="answerBy" label={t("before")} optional />}
        <div className="actions">
          <SubmitButton look="second">{t("button")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

/** Everything in the report that can be pointed at. */
function useSubjects(report: ReportFile): (OptionGroup | { value: string; label: string })[] {
  const t = useTranslations("reports.places");
  const nameOf = useSubjectName(report);
  const option =
    (is: "section" | "line" | "result") =>
    ({ key }: { readonly key: string }) => ({
      value: subjectName({ is, key }),
      label: nameOf({ is, key }),
    });
  return [
    { value: "whole", label: t("whole") },
    { group: t("lines"), options: report.lines.map(option("line")) },
    { group: t("sections"), options: report.sections.map(option("section")) },
    ...(report.results.length > 0
      ? [{ group: t("results"), options: report.results.map(option("result")) }]
      : []),
  ];
}
