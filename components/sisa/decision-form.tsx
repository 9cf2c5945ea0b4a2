import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";

type Props = { action: FormAction; idempotencyKey: string; contentHash: string; version: number };

/** The signer delivers exactly this version, or gives it back. */
export function DeliveryDecision({ action, idempotencyKey, contentHash, version }: Props) {
  const t = useTranslations("sisa.decide");
  const title = t("title", { version });
  return (
    <section className="section" aria-labelledby="leveren">
      <h2 id="leveren">{title}</h2>
      <p>{t("text")}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="contentHash" value={contentHash} />
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} optional />
        <div className="actions">
          <SubmitButton name="outcome" value="delivered">
            {t("deliver")}
          </SubmitButton>
          <SubmitButton look="second" name="outcome" value="returned">
            {t("return")}
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
