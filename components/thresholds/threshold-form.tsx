import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";

type ThresholdFormProps = {
  action: FormAction;
  idempotencyKey: string;
  streams: readonly { readonly id: string; readonly name: string }[];
};

export function ThresholdForm({ action, idempotencyKey, streams }: ThresholdFormProps) {
  const t = useTranslations("batches.thresholds");
  return (
    <section className="section" aria-labelledby="nieuw">
      <h2 id="nieuw">{t("new")}</h2>
      <p>{t("newText")}</p>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix="nieuw-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <SelectField
          name="streamId"
          label={t("stream")}
          placeholder={t("choose")}
          options={streams.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField name="validFrom" label={t("from")} hint={t("dateHint")} />
        <MoneyField name="amount" label={t("amount")} hint={t("amountHint")} optional />
        <TextField name="legalSource" label={t("source")} hint={t("sourceHint")} />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
