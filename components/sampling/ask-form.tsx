import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";

type AskFormProps = {
  action: FormAction;
  idempotencyKey: string;
  /** How many items it asks about; one when it is the form of an item. */
  count: number;
};

/** A question to the municipality of an item, or of every item that is left. */
export function AskForm({ action, idempotencyKey, count }: AskFormProps) {
  const t = useTranslations("sampling.ask");
  const title = t("title", { count });
  return (
    <details className="above-m">
      <summary>{title}</summary>
      <p>{t("text", { count })}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")} prefix="vraag-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <TextareaField name="question" label={t("question")} hint={t("questionHint")} rows={2} />
        <DateField name="dueOn" label={t("dueOn")} hint={t("dueOnHint")} />
        <div className="actions">
          <SubmitButton look="second">{t("submit", { count })}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
