import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { SettlementSum } from "@/lib/domain/settlement/settlement";
import { typedEuros } from "@/lib/views/money";

type SettlementFormProps = {
  kind: "settlement" | "reopening";
  action: FormAction;
  idempotencyKey: string;
  sum: SettlementSum;
  legalSource: string | null;
  cancelHref: string;
};

/** The decision that settles, or that reopens a settlement; the amounts are those of the ledger and are not typed. */
export function SettlementForm({
  kind,
  action,
  idempotencyKey,
  sum,
  legalSource,
  cancelHref,
}: SettlementFormProps) {
  const t = useTranslations("settlement.form");
  const title = t(`${kind}.title`);
  return (
    <section className="section" aria-labelledby="besluit-vaststelling">
      <h2 id="besluit-vaststelling">{title}</h2>
      <p>{t(`${kind}.text`)}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="awarded" value={typedEuros(sum.awarded)} />
        <HiddenField name="settled" value={typedEuros(sum.settled)} />
        <TextField name="decisionNumber" label={t("decisionNumber")} hint={t("numberHint")} width="m" />
        <DateField name="decisionOn" label={t("decisionOn")} hint={t("dateHint")} />
        {kind === "settlement" && (
          <>
            <TextField name="decisionDocument" label={t("document")} optional />
            <TextField
              name="legalSource"
              label={t("legalSource")}
              optional
              defaultValue={legalSource ?? ""}
            />
          </>
        )}
        <TextareaField name="reason" label={t("reason")} hint={t(`${kind}.reasonHint`)} />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
          <a className="button button-quiet" href={cancelHref}>
            {t("cancel")}
          </a>
        </div>
      </ActionForm>
    </section>
  );
}
