import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";

type WithdrawFormProps = { action: FormAction; title: string; idempotencyKey: string; importId: string };

/** Takes a whole import back, with a reason. */
export function WithdrawForm({ action, title, idempotencyKey, importId }: WithdrawFormProps) {
  const t = useTranslations("ownLedger.withdraw");
  return (
    <section className="section" aria-labelledby="intrekken">
      <h2 id="intrekken">{t("title")}</h2>
      <p>{t("text")}</p>
      <ActionForm action={action} title={title} prefix="intrekken-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="importId" value={importId} />
        <TextareaField name="reason" label={t("reason")} />
        <SubmitButton look="second">{t("submit")}</SubmitButton>
      </ActionForm>
    </section>
  );
}
