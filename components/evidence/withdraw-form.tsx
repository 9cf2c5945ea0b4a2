import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import type { EvidenceDocument } from "@/lib/domain/evidence/evidence-document";

type WithdrawFormProps = { document: EvidenceDocument; action: FormAction; idempotencyKey: string };

/** Takes a document out of what counts, with the reason why; folded away, because it is the exception. */
export function WithdrawForm({ document, action, idempotencyKey }: WithdrawFormProps) {
  const t = useTranslations("evidence.withdraw");
  return (
    <details className="withdraw">
      <summary>
        {t("open")}
        <span className="hidden"> {document.fileName}</span>
      </summary>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix={`${document.id}-`}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="document" value={document.id} />
        <TextField name="reason" label={t("reason")} hint={t("reasonHint")} />
        <SubmitButton look="second">{t("submit")}</SubmitButton>
      </ActionForm>
    </details>
  );
}
