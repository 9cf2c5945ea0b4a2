import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import type { Cents } from "@/lib/domain/money";
import type { PaymentTerm } from "@/lib/domain/payments/schedule";
import { shortDate } from "@/lib/views/dates";
import { euro, typedEuros } from "@/lib/views/money";

/** Rows that stay empty are no terms, so a few more are always there: adding one needs no script. */
const SPARE = 3;
const FEWEST = 4;

/** The terms as they are, to change; together they are the award. */
export function ScheduleForm({
  action,
  idempotencyKey,
  version,
  terms,
  awarded,
}: {
  action: FormAction;
  idempotencyKey: string;
  version: number;
  terms: readonly PaymentTerm[];
  awarded: Cents;
}) {
  const t = useTranslations("schedule.form");
  const locale = useLocale();
  const title = t(version === 0 ? "first" : "change");
  const rows = Array.from({ length: Math.max(FEWEST, terms.length + SPARE) }, (_, index) => terms[index]);
  return (
    <section className="section" aria-labelledby="kasritme-invoeren">
      <h2 id="kasritme-invoeren">{title}</h2>
      <p>{t("text", { awarded: euro(awarded, locale) })}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="version" value={String(version)} />
        {rows.map((term, index) => (
          <fieldset className="date-and-amount" key={index}>
            <legend>{t("term", { number: index + 1 })}</legend>
            <DateField
              name={`terms.${index}.dueOn`}
              label={t("dueOn")}
              defaultValue={term && shortDate(term.dueOn, "nl")}
            />
            <MoneyField
              name={`terms.${index}.amount`}
              label={t("amount")}
              defaultValue={term && typedEuros(term.amount)}
            />
          </fieldset>
        ))}
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
