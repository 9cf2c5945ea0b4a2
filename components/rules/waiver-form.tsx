import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";

interface Choice {
  readonly id: string;
  readonly name: string;
}

type WaiverFormProps = {
  action: FormAction;
  idempotencyKey: string;
  rules: readonly string[];
  streams: readonly Choice[];
  municipalities: readonly Choice[];
  areas: readonly (Choice & { readonly municipality: string })[];
};

const options = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }));

export function WaiverForm({
  action,
  idempotencyKey,
  rules,
  streams,
  municipalities,
  areas,
}: WaiverFormProps) {
  const t = useTranslations("stages.ask");
  const [only, more] = municipalities;
  return (
    <section className="section" aria-labelledby="vraag">
      <h2 id="vraag">{t("title")}</h2>
      <p>{t("lead")}</p>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix="vraag-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <SelectField
          name="rule"
          label={t("rule")}
          hint={t("ruleHint")}
          placeholder={t("choose")}
          options={rules.map((code) => ({ value: code, label: code }))}
        />
        <SelectField
          name="streamId"
          label={t("stream")}
          placeholder={t("choose")}
          options={options(streams)}
        />
        {only !== undefined && more === undefined ? (
          <HiddenField name="municipalityId" value={only.id} />
        ) : (
          <SelectField
            name="municipalityId"
            label={t("municipality")}
            placeholder={t("choose")}
            options={options(municipalities)}
          />
        )}
        <SelectField
          name="area"
          label={t("area")}
          placeholder={t("everyArea")}
          optional
          options={areas.map(({ id, name, municipality }) => ({
            value: id,
            label: `${name} (${municipality})`,
          }))}
        />
        <DateField name="expiresOn" label={t("until")} hint={t("untilHint")} />
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} wide />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
