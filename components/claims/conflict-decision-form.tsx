import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField } from "@/components/forms/choice-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import { OPEN } from "@/lib/domain/claims/claim-book";

type Props = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  choices: readonly { readonly code: string; readonly label: string }[];
  chosen: string | null;
  /** How many decisions stand on the page. */
  seen: number;
};

/** The officer's choice between the readings, or none; always with a reason. */
export function ConflictDecisionForm({ action, title, idempotencyKey, choices, chosen, seen }: Props) {
  const t = useTranslations("claims.conflict");
  return (
    <section className="section" aria-labelledby="besluit">
      <h2 id="besluit">{t("decide")}</h2>
      <p>{t("decideText")}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="seen" value={String(seen)} />
        <ChoiceField
          name="reading"
          label={t("choice")}
          defaultValue={chosen ?? undefined}
          choices={[
            ...choices.map(({ code, label }) => ({ value: code, label })),
            { value: OPEN, label: t("leaveOpen") },
          ]}
        />
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} />
        <div className="actions">
          <SubmitButton>{t("button")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
