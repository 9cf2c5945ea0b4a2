import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";

type BatchDecisionProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  batchId: string;
  /** What all open lines are at this moment: only that is approved with the button for all. */
  reading: { readonly digest: string; readonly asOf: string; readonly open: number };
  together: boolean;
  /** The table of lines, which is part of the form. */
  children: ReactNode;
};

/** One form over the lines: chosen ones or all of them, approved or returned. Works without script. */
export function BatchDecision({
  action,
  title,
  idempotencyKey,
  batchId,
  reading,
  together,
  children,
}: BatchDecisionProps) {
  const t = useTranslations("batches.decide");
  return (
    <ActionForm action={action} title={title} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="batchId" value={batchId} />
      <HiddenField name="digest" value={reading.digest} />
      <HiddenField name="asOf" value={reading.asOf} />
      {children}
      <section className="section" aria-labelledby="beslis">
        <h2 id="beslis">{t("title")}</h2>
        <p>{t(together ? "textTogether" : "text")}</p>
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} optional />
        <div className="actions">
          <SubmitButton name="act" value="approve-all">
            {t("all", { count: reading.open })}
          </SubmitButton>
          <SubmitButton look="second" name="act" value="approve-lines">
            {t("approve")}
          </SubmitButton>
          <SubmitButton look="second" name="act" value="return-lines">
            {t("return")}
          </SubmitButton>
        </div>
      </section>
    </ActionForm>
  );
}
