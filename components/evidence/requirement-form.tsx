import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { EVIDENCE_KINDS } from "@/lib/domain/evidence/evidence-kind";

type RequirementFormProps = {
  action: FormAction;
  idempotencyKey: string;
  streams: readonly { readonly id: string; readonly name: string }[];
};

export function RequirementForm({ action, idempotencyKey, streams }: RequirementFormProps) {
  const t = useTranslations("evidence");
  const kinds = EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }));
  return (
    <section className="section" aria-labelledby="nieuw">
      <h2 id="nieuw">{t("requirements.new")}</h2>
      <p>{t("requirements.newText")}</p>
      <ActionForm action={action} title={t("requirements.title")} refusal={t("requirements.refusal")}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <SelectField
          name="streamId"
          label={t("requirements.stream")}
          placeholder={t("requirements.choose")}
          options={streams.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SelectField
          name="kind"
          label={t("requirements.kind")}
          placeholder={t("requirements.choose")}
          options={[{ value: "any", label: t("any") }, ...kinds]}
        />
        <DateField name="validFrom" label={t("requirements.from")} hint={t("requirements.dateHint")} />
        <MoneyField
          name="threshold"
          label={t("requirements.threshold")}
          hint={t("requirements.thresholdHint")}
          optional
        />
        <TextField name="legalSource" label={t("requirements.source")} hint={t("requirements.sourceHint")} />
        <div className="actions">
          <SubmitButton>{t("requirements.submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
