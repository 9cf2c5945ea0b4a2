import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { DecisionFields } from "./decision-fields";

type CarryOverFormProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  allocationId: string;
  fromYears: readonly number[];
  toYears: readonly number[];
  legalSource: string | null;
  cancelHref: string;
};

/** To a later year of the same allocation. */
export function CarryOverForm({
  action,
  title,
  idempotencyKey,
  allocationId,
  fromYears,
  toYears,
  legalSource,
  cancelHref,
}: CarryOverFormProps) {
  const t = useTranslations("movements.form");
  const options = (years: readonly number[]) =>
    years.map((year) => ({ value: String(year), label: String(year) }));
  return (
    <ActionForm action={action} title={title} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="allocationId" value={allocationId} />
      <SelectField
        name="fromYear"
        label={t("fromYear")}
        placeholder={t("choose")}
        options={options(fromYears)}
      />
      <SelectField name="toYear" label={t("toYear")} placeholder={t("choose")} options={options(toYears)} />
      <MoneyField name="amount" label={t("amount")} />
      <DecisionFields legalSource={legalSource} />
      <div className="actions">
        <SubmitButton>{t("submit")}</SubmitButton>
        <a className="button button-quiet" href={cancelHref}>
          {t("cancel")}
        </a>
      </div>
    </ActionForm>
  );
}
