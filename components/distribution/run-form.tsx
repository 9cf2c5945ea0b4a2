import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { YearAmounts } from "@/components/forms/year-amounts";
import { shortDate } from "@/lib/views/dates";

type RunFormProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  version: number;
  tranche: { readonly id: string; readonly years: readonly number[] };
  inputs: readonly {
    readonly name: string;
    readonly sets: readonly { readonly id: string; readonly source: string; readonly sourceOn: string }[];
  }[];
};

/** A pot for each year and, of each input, the set to use; the newest set stands ready. */
export function RunForm({ action, title, idempotencyKey, version, tranche, inputs }: RunFormProps) {
  const t = useTranslations("distribution.run");
  const locale = useLocale();
  return (
    <ActionForm action={action} title={title} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="version" value={String(version)} />
      <HiddenField name="trancheId" value={tranche.id} />
      <YearAmounts name="pots" legend={t("pots")} years={tranche.years}>
        <p className="small muted above-s">{t("potsNote")}</p>
      </YearAmounts>
      {inputs.map(({ name, sets }) => (
        <SelectField
          key={name}
          name={`input.${name}`}
          label={t("input", { name })}
          placeholder={sets.length === 0 ? t("noSet") : t("choose")}
          defaultValue={sets[0]?.id}
          options={sets.map(({ id, source, sourceOn }) => ({
            value: id,
            label: t("set", { date: shortDate(sourceOn, locale), source }),
          }))}
        />
      ))}
      <div className="actions">
        <SubmitButton>{t("go")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
