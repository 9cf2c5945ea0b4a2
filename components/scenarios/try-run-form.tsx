import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";

type TryRunFormProps = {
  action: FormAction;
  idempotencyKey: string;
  themeId: string;
  /** This person's scenarios that are still open. */
  scenarios: readonly { readonly id: string; readonly name: string }[];
};

/** A calculation as lines of a scenario, beside other changes that one tries. */
export function TryRunForm({ action, idempotencyKey, themeId, scenarios }: TryRunFormProps) {
  const t = useTranslations("scenarios.run");
  return (
    <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix="scenario-">
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="themeId" value={themeId} />
      {scenarios.length > 0 && (
        <SelectField
          name="scenarioId"
          label={t("scenario")}
          placeholder={t("new")}
          options={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField name="name" label={t("name")} hint={t("nameHint")} optional={scenarios.length > 0} />
      <div className="actions">
        <SubmitButton look="second">{t("button")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
