import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { PERIOD_KINDS, PERIODS_OF } from "@/lib/domain/windows/period";
import type { WindowTranche } from "@/lib/domain/windows/reporting-window";
import { MomentFields } from "./moment-fields";

type OpenWindowFormProps = {
  action: FormAction;
  idempotencyKey: string;
  tranches: readonly WindowTranche[];
};

export function OpenWindowForm({ action, idempotencyKey, tranches }: OpenWindowFormProps) {
  const t = useTranslations("windows.new");
  const streams = [...new Set(tranches.map(({ streamName }) => streamName))];
  return (
    <ActionForm action={action} title={t("title")} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <SelectField
        name="trancheId"
        label={t("tranche")}
        placeholder={t("choose")}
        options={streams.map((group) => ({
          group,
          options: tranches
            .filter(({ streamName }) => streamName === group)
            .map(({ id, name }) => ({ value: id, label: name })),
        }))}
      />
      <TextField
        name="year"
        label={t("year")}
        hint={t("yearHint")}
        width="s"
        inputMode="numeric"
        maxLength={4}
      />
      <SelectField
        name="period"
        label={t("period")}
        placeholder={t("choose")}
        options={PERIOD_KINDS.map((kind) => ({
          group: t(`groups.${kind}`),
          options: Array.from({ length: PERIODS_OF[kind] }, (_, index) => ({
            value: `${kind}.${index + 1}`,
            label: t(`periods.${kind}`, { period: index + 1 }),
          })),
        }))}
      />
      <DateField name="opensOn" label={t("opensOn")} hint={t("opensHint")} />
      <MomentFields />
      <div className="actions">
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
