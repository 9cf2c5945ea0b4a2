import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";

type CancelFormProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  proposalId: string;
  version: number;
};

/** Takes back what was proposed, with a reason. */
export function CancelForm({ action, title, idempotencyKey, proposalId, version }: CancelFormProps) {
  const t = useTranslations("proposals.take_back");
  return (
    <section className="section" aria-labelledby="intrekken">
      <h2 id="intrekken">{t("title")}</h2>
      <p>{t("text")}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")} prefix="intrekken-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="proposalId" value={proposalId} />
        <HiddenField name="version" value={String(version)} />
        <TextareaField name="reason" label={t("reason")} />
        <div className="actions">
          <SubmitButton look="second">{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
