import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";

type Props = {
  action: FormAction;
  idempotencyKey: string;
  version: number;
  contentHash: string;
  /** The delivered version that this one would correct. */
  corrects: number | null;
};

/** Freezes what is on the screen for another person to deliver. */
export function PrepareForm({ action, idempotencyKey, version, contentHash, corrects }: Props) {
  const t = useTranslations("sisa.prepare");
  const title = corrects === null ? t("title") : t("correctTitle", { version: corrects });
  return (
    <section className="section" aria-labelledby="klaarzetten">
      <h2 id="klaarzetten">{title}</h2>
      <p>{corrects === null ? t("text") : t("correctText")}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")} prefix="klaar-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="version" value={String(version)} />
        <HiddenField name="contentHash" value={contentHash} />
        {corrects !== null && <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} />}
        <div className="actions">
          <SubmitButton>{t("submit", { version: version + 1 })}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
