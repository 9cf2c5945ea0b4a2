import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { Feed } from "@/components/signs/feed";
import { SourceLink } from "@/components/signs/source-link";
import { Tag } from "@/components/signs/tag";
import { CBS_ANSWERS, type RecordedAnswer } from "@/lib/domain/sisa/plausibility";
import { instant, shortDate } from "@/lib/views/dates";

type Props = {
  answers: readonly RecordedAnswer[];
  /** Absent for who only reads. */
  form?: { readonly action: FormAction; readonly idempotencyKey: string };
};

/** What the CBS said of a delivered version, and for the municipality the form to record it. */
export function CbsAnswerSection({ answers, form }: Props) {
  const t = useTranslations("sisa.cbs");
  return (
    <section className="section" aria-labelledby="cbs">
      <h2 id="cbs">{t("title")}</h2>
      {answers.length === 0 ? <p className="muted">{t("none")}</p> : <Recorded answers={answers} />}
      {form !== undefined &&
        (answers.length === 0 ? (
          <RecordForm {...form} last={0} />
        ) : (
          <details>
            <summary>{t("again")}</summary>
            <p>{t("againText")}</p>
            <RecordForm {...form} last={answers[0]?.number ?? 0} />
          </details>
        ))}
    </section>
  );
}

export function CbsTag({ answer }: Pick<RecordedAnswer, "answer">) {
  const t = useTranslations("sisa.cbs.answers");
  return answer === "plausible" ? (
    <Tag tone="ok" sign="check">
      {t("plausible")}
    </Tag>
  ) : (
    <Tag tone="error" sign="barred">
      {t("not_plausible")}
    </Tag>
  );
}

function Recorded({ answers }: Pick<Props, "answers">) {
  const t = useTranslations("sisa.cbs");
  const locale = useLocale();
  return (
    <Feed
      items={answers.map((one, index) => ({
        key: String(one.number),
        at: one.answeredOn,
        when: shortDate(one.answeredOn, locale),
        text: (
          <>
            <CbsTag answer={one.answer} /> {one.reason}
            {one.correctUntil !== null && (
              <span className="meta">{t("until", { date: shortDate(one.correctUntil, locale) })}</span>
            )}
            <span className="meta">
              <SourceLink wrap>{one.source}</SourceLink>{" "}
              {t("recorded", { name: one.by, at: instant(one.at, locale) })}
              {index > 0 && ` ${t("replaced")}`}
            </span>
          </>
        ),
      }))}
    />
  );
}

function RecordForm({ action, idempotencyKey, last }: NonNullable<Props["form"]> & { last: number }) {
  const t = useTranslations("sisa.cbs");
  return (
    <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix="cbs-">
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="last" value={String(last)} />
      <SelectField
        name="answer"
        label={t("answer")}
        placeholder={t("choose")}
        options={CBS_ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }))}
      />
      <DateField name="answeredOn" label={t("answeredOn")} />
      <TextField name="source" label={t("source")} hint={t("sourceHint")} />
      <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} optional />
      <DateField name="correctUntil" label={t("correctUntil")} hint={t("correctUntilHint")} optional />
      <div className="actions">
        <SubmitButton look="second">{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
