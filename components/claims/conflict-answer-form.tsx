import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField } from "@/components/forms/choice-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import type { ProposedDecision } from "@/lib/domain/claims/claim-book";
import { instant } from "@/lib/views/dates";

type Props = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  proposed: ProposedDecision;
  /** The proposed choice in words. */
  reading: string;
  /** Who proposed it may take it back, and not agree to it. */
  own: boolean;
  /** Null for who only reads along. */
  mayAnswer: boolean;
};

/** The decision that waits, in full, with what the second person says to it. */
export function ConflictAnswerForm(props: Props) {
  const { action, title, idempotencyKey, proposed, reading, own, mayAnswer } = props;
  const t = useTranslations("claims.conflict");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="voorgesteld">
      <h2 id="voorgesteld">{t("proposed")}</h2>
      <p>
        {t("proposedBy", { name: proposed.by || t("someone"), when: instant(proposed.at, locale) })}{" "}
        <strong>{reading}</strong>
      </p>
      <blockquote className="quote">
        <p>{proposed.reason}</p>
      </blockquote>
      {mayAnswer && (
        <ActionForm action={action} title={title} refusal={t("answerRefusal")}>
          <HiddenField name="idempotencyKey" value={idempotencyKey} />
          <HiddenField name="proposal" value={proposed.id} />
          <HiddenField name="hash" value={proposed.hash} />
          <ChoiceField
            name="answer"
            label={t("answer")}
            hint={own ? t("ownHint") : t("answerHint")}
            choices={[
              ...(own ? [] : [{ value: "agree", label: t("agree") }]),
              { value: "return", label: own ? t("takeBack") : t("giveBack") },
            ]}
          />
          <TextareaField name="reason" label={t("returnReasonLabel")} hint={t("returnReasonHint")} />
          <div className="actions">
            <SubmitButton>{t("answerButton")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </section>
  );
}
