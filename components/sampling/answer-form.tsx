import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import { counts, type EvidenceDocument } from "@/lib/domain/evidence/evidence-document";

type AnswerFormProps = {
  action: FormAction;
  idempotencyKey: string;
  documents: readonly EvidenceDocument[];
};

/** An answer without a new document: with one that stands at the line already, or with words. */
export function AnswerForm({ action, idempotencyKey, documents }: AnswerFormProps) {
  const t = useTranslations("sampling.answer");
  const there = documents.filter(counts);
  return (
    <details className="above-m">
      <summary>{t("title")}</summary>
      <p>{t("text")}</p>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix="antwoord-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        {there.length > 0 && (
          <SelectField
            name="document"
            label={t("document")}
            placeholder={t("noDocument")}
            options={there.map(({ id, fileName }) => ({ value: id, label: fileName }))}
          />
        )}
        <TextareaField
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          rows={2}
          optional={there.length > 0}
        />
        <div className="actions">
          <SubmitButton look="second">{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
