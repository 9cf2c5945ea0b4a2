import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { AsOfFields } from "@/components/reconciliation/as-of-form";

type RunFormProps = { action: FormAction; idempotencyKey: string };

/** Asks for a run: about today, or as of two dates. */
export function RunForm({ action, idempotencyKey }: RunFormProps) {
  const t = useTranslations("crossChecks.ask");
  return (
    <section className="section" aria-labelledby="uitvoeren">
      <h2 id="uitvoeren">{t("title")}</h2>
      <p>{t("lead")}</p>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <AsOfFields typed={{ geldig: "", bekend: "" }} />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
