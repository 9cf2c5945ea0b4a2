import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField } from "@/components/forms/choice-field";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import { RULE_STAGES } from "@/lib/domain/rules/stage";

type StageFormProps = { action: FormAction; idempotencyKey: string; code: string };

/** Proposes how a rule stands from a date. */
export function StageForm({ action, idempotencyKey, code }: StageFormProps) {
  const t = useTranslations("stages.propose");
  const stages = useTranslations("stages.stage");
  return (
    <section className="section" aria-labelledby="voorstel">
      <h2 id="voorstel">{t("title")}</h2>
      <p>{t("lead")}</p>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix="voorstel-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="rule" value={code} />
        <ChoiceField
          name="stage"
          label={t("stage")}
          choices={RULE_STAGES.map((stage) => ({
            value: stage,
            label: capital(stages(stage)),
            hint: t(`hints.${stage}`),
          }))}
        />
        <DateField name="validFrom" label={t("from")} hint={t("fromHint")} />
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} wide />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
