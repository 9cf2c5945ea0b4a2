import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField } from "@/components/forms/choice-field";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import { FINDING_AGREEMENTS, FINDING_ENDS } from "@/lib/domain/findings/finding";

export type StepFormProps = { action: FormAction; idempotencyKey: string; version: number };

function Hidden({ idempotencyKey, version }: Omit<StepFormProps, "action">) {
  return (
    <>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="version" value={String(version)} />
    </>
  );
}

/** For another auditor than who wrote it. */
export function IssueForm({ action, ...hidden }: StepFormProps) {
  const t = useTranslations("findings.steps");
  return (
    <section className="section" aria-labelledby="uitbrengen">
      <h2 id="uitbrengen">{t("issue")}</h2>
      <p>{t("issueText")}</p>
      <ActionForm action={action} title={t("issue")} refusal={t("issueRefusal")} prefix="uit-">
        <Hidden {...hidden} />
        <div className="actions">
          <SubmitButton>{t("issueSubmit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

/** What the other side says. */
export function AnswerFindingForm({ action, ...hidden }: StepFormProps) {
  const t = useTranslations("findings.steps");
  return (
    <section className="section" aria-labelledby="antwoorden">
      <h2 id="antwoorden">{t("answer")}</h2>
      <ActionForm action={action} title={t("answer")} refusal={t("answerRefusal")} prefix="antwoord-">
        <Hidden {...hidden} />
        <ChoiceField
          name="agreement"
          label={t("agreement")}
          choices={FINDING_AGREEMENTS.map((value) => ({ value, label: t(`agreements.${value}`) }))}
        />
        <TextareaField name="text" label={t("response")} hint={t("responseHint")} rows={4} />
        <DateField name="plannedOn" label={t("plannedOn")} hint={t("plannedOnHint")} optional />
        <div className="actions">
          <SubmitButton>{t("answerSubmit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}

export function CloseForm({ action, ...hidden }: StepFormProps) {
  const t = useTranslations("findings.steps");
  return (
    <details className="above-m">
      <summary>{t("close")}</summary>
      <ActionForm action={action} title={t("close")} refusal={t("closeRefusal")} prefix="sluit-">
        <Hidden {...hidden} />
        <ChoiceField
          name="ending"
          label={t("ending")}
          choices={FINDING_ENDS.map((value) => ({
            value,
            label: t(`endings.${value}`),
            hint: t(`endingHints.${value}`),
          }))}
        />
        <TextareaField name="text" label={t("closeReason")} rows={2} />
        <div className="actions">
          <SubmitButton look="second">{t("closeSubmit")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

/** Opened again, or withdrawn: only a reason is asked. */
export function ReasonForm({ what, action, ...hidden }: StepFormProps & { what: "reopen" | "withdraw" }) {
  const t = useTranslations("findings.steps");
  return (
    <details className="above-m">
      <summary>{t(what)}</summary>
      <p>{t(`${what}Text`)}</p>
      <ActionForm action={action} title={t(what)} refusal={t(`${what}Refusal`)} prefix={`${what}-`}>
        <Hidden {...hidden} />
        <TextareaField name="text" label={t("why")} rows={2} />
        <div className="actions">
          <SubmitButton look="second">{t(`${what}Submit`)}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
