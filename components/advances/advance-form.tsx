import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField } from "@/components/forms/choice-field";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";

type AdvanceFormProps = {
  action: FormAction;
  idempotencyKey: string;
  allocationId: string;
  cancelHref: string;
};

/** A payment that was made on an allocation, or money that came back from it. */
export function AdvanceForm({ action, idempotencyKey, allocationId, cancelHref }: AdvanceFormProps) {
  const t = useTranslations("advances.form");
  return (
    <ActionForm action={action} title={t("title")} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="allocationId" value={allocationId} />
      <ChoiceField
        name="kind"
        label={t("kind")}
        defaultValue="advance"
        choices={[
          { value: "advance", label: t("advance") },
          { value: "recovery", label: t("recovery") },
        ]}
      />
      <MoneyField name="amount" label={t("amount")} />
      <TextField name="decisionNumber" label={t("reference")} hint={t("referenceHint")} width="m" />
      <DateField name="decisionOn" label={t("paidOn")} hint={t("dateHint")} />
      <TextareaField name="reason" label={t("reason")} />
      <div className="actions">
        <SubmitButton>{t("submit")}</SubmitButton>
        <a className="button button-quiet" href={cancelHref}>
          {t("cancel")}
        </a>
      </div>
    </ActionForm>
  );
}
