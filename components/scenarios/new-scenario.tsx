import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";

/** A scenario begins with a name. */
export function NewScenario({ action, idempotencyKey }: { action: FormAction; idempotencyKey: string }) {
  const t = useTranslations("scenarios.list");
  return (
    <section className="section" aria-labelledby="nieuw-scenario">
      <h2 id="nieuw-scenario">{t("new")}</h2>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <TextField name="name" label={t("newName")} hint={t("newHint")} />
        <div className="actions">
          <SubmitButton>{t("make")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
