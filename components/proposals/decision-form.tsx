import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";

type DecisionFormProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  proposalId: string;
  version: number;
  contentHash: string;
};

/** Carries the version and the hash of what is on the screen: only that can be approved. */
export function DecisionForm({
  action,
  title,
  idempotencyKey,
  proposalId,
  version,
  contentHash,
}: DecisionFormProps) {
  const t = useTranslations("proposals.decide");
  return (
    <section className="section" aria-labelledby="beslis">
      <h2 id="beslis">{t("title")}</h2>
      <p>{t("text")}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="proposalId" value={proposalId} />
        <HiddenField name="version" value={String(version)} />
        <HiddenField name="contentHash" value={contentHash} />
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} optional />
        <div className="actions">
          <SubmitButton name="outcome" value="approved">
            {t("approve")}
          </SubmitButton>
          <SubmitButton look="second" name="outcome" value="returned">
            {t("return")}
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
