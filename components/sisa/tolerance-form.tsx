import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";

const READINGS = ["each", "together", "not_stated"] as const;

/** A tolerance from a year on; the one before stays for the years before. */
export function ToleranceForm({ action, idempotencyKey }: { action: FormAction; idempotencyKey: string }) {
  const t = useTranslations("sisa.tolerance.form");
  return (
    <details className="section">
      <summary>{t("title")}</summary>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix="tolerantie-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <TextField name="firstYear" label={t("firstYear")} width="s" inputMode="numeric" />
        <TextField name="errors" label={t("errors")} hint={t("shareHint")} width="s" inputMode="decimal" />
        <TextField name="uncertainties" label={t("uncertainties")} width="s" inputMode="decimal" />
        <SelectField
          name="reading"
          label={t("reading")}
          defaultValue="not_stated"
          options={READINGS.map((value) => ({ value, label: t(`readings.${value}`) }))}
        />
        <TextField name="source" label={t("source")} />
        <div className="actions">
          <SubmitButton look="second">{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
