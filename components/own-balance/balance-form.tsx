import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { BalanceMoment, StatedBalance } from "@/lib/domain/own-balance/stated-balance";
import { longDate } from "@/lib/views/dates";

type BalanceFormProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  moments: readonly BalanceMoment[];
  /** Whose place the new statement takes. */
  replacing?: StatedBalance;
};

/** States what was spent by the own ledger up to the end of a period; another statement needs a reason. */
export function BalanceForm({ action, title, idempotencyKey, moments, replacing }: BalanceFormProps) {
  const t = useTranslations("ownBalance.form");
  const locale = useLocale();
  const several = new Set(moments.map(({ municipalityId }) => municipalityId)).size > 1;
  const open = moments.filter(({ current }) => (replacing ? current === replacing.id : current === null));
  const label = (one: BalanceMoment) =>
    t("momentOf", {
      stream: one.streamName,
      tranche: one.trancheName,
      date: longDate(one.endsOn, locale),
    }) + (several ? `, ${one.municipalityName}` : "");
  return (
    <ActionForm action={action} title={title}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="replaces" value={replacing?.id ?? ""} />
      <SelectField
        name="moment"
        label={t("moment")}
        hint={t("momentHint")}
        placeholder={replacing ? undefined : t("choose")}
        defaultValue={replacing && `${replacing.windowId}/${replacing.municipalityId}`}
        options={open.map((one) => ({ value: `${one.windowId}/${one.municipalityId}`, label: label(one) }))}
      />
      <MoneyField name="amount" label={t("amount")} hint={t("amountHint")} />
      <TextField
        name="accountReference"
        label={t("reference")}
        hint={t("referenceHint")}
        defaultValue={replacing?.accountReference}
      />
      {replacing && <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} />}
      <SubmitButton>{t(replacing ? "replace" : "submit")}</SubmitButton>
    </ActionForm>
  );
}
