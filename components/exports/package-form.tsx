import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { type Named, namedOptions } from "@/components/forms/named-options";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";

type Props = {
  action: FormAction;
  idempotencyKey: string;
  choices: { readonly streams: readonly Named[]; readonly municipalities: readonly Named[] };
  years: readonly string[];
};

/** Everything about the programme, a stream or a municipality in a year, in one file to take away. */
export function PackageForm({ action, idempotencyKey, choices, years }: Props) {
  const t = useTranslations("exports.package");
  return (
    <section className="section" aria-labelledby="controlepakket">
      <h2 id="controlepakket">{t("title")}</h2>
      <p>{t("text")}</p>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <SelectField
          name="stream"
          label={t("stream")}
          placeholder={t("all")}
          options={namedOptions(choices.streams)}
        />
        <SelectField
          name="municipality"
          label={t("municipality")}
          placeholder={t("all")}
          options={namedOptions(choices.municipalities)}
        />
        <SelectField
          name="year"
          label={t("year")}
          placeholder={t("all")}
          options={years.map((year) => ({ value: year, label: year }))}
        />
        <TextField name="bekend" label={t("known")} hint={t("knownHint")} width="m" />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
