import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";

type RestFormProps = { action: FormAction; idempotencyKey: string; left: number };

/** Items in which nothing was found, recorded together, with what was looked at. */
export function RestForm({ action, idempotencyKey, left }: RestFormProps) {
  const t = useTranslations("sampling.rest");
  const title = t("title", { left });
  return (
    <details className="above-m">
      <summary>{title}</summary>
      <p>{t("text")}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")} prefix="rest-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="left" value={String(left)} />
        <TextField name="remark" label={t("remark")} hint={t("remarkHint")} />
        <div className="actions">
          <SubmitButton look="second">{t("submit", { left })}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
