import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField } from "@/components/forms/choice-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import { JUDGEMENTS } from "@/lib/domain/signals/signal";

type JudgeFormProps = { action: FormAction; idempotencyKey: string; facts: string };

/** What an auditor makes of it, with the reason. */
export function JudgeForm({ action, idempotencyKey, facts }: JudgeFormProps) {
  const t = useTranslations("signals.judge");
  return (
    <section className="section" aria-labelledby="oordeel">
      <h2 id="oordeel">{t("title")}</h2>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="facts" value={facts} />
        <ChoiceField
          name="judgement"
          label={t("judgement")}
          choices={JUDGEMENTS.map((value) => ({
            value,
            label: t(`choices.${value}`),
            hint: t(`hints.${value}`),
          }))}
        />
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
