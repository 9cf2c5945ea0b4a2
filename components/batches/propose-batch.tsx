import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";

type ProposeBatchProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  batchId: string;
  count: number;
};

/** The author hands the drafts in, all or none. */
export function ProposeBatch({ action, title, idempotencyKey, batchId, count }: ProposeBatchProps) {
  const t = useTranslations("batches.propose");
  return (
    <section className="section" aria-labelledby="indienen">
      <h2 id="indienen">{t("title")}</h2>
      <p>{t("text", { count })}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")} prefix="indienen-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="batchId" value={batchId} />
        <div className="actions">
          <SubmitButton>{t("submit", { count })}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
