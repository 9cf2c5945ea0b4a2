import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { YearAmounts } from "@/components/forms/year-amounts";

export interface LineChoices {
  readonly trancheId: string;
  readonly years: readonly number[];
  readonly themes: readonly { readonly id: string; readonly nameNl: string; readonly nameEn: string }[];
  readonly areas: readonly { readonly id: string; readonly name: string; readonly municipality: string }[];
  readonly allocations: readonly {
    readonly id: string;
    readonly number: string;
    readonly area: string;
    readonly themeNl: string;
    readonly themeEn: string;
  }[];
}

type LineFormProps = {
  action: FormAction;
  idempotencyKey: string;
  scenarioId: string;
  choices: LineChoices;
};

/** One line: from an allocation or from what is free, to a place or back. */
export function LineForm({ action, idempotencyKey, scenarioId, choices }: LineFormProps) {
  const t = useTranslations("scenarios.form");
  const english = useLocale() === "en";
  return (
    <ActionForm action={action} title={t("title")} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="scenarioId" value={scenarioId} />
      <HiddenField name="trancheId" value={choices.trancheId} />
      <SelectField
        name="from"
        label={t("from")}
        placeholder={t("unallocated")}
        options={choices.allocations.map(({ id, number, area, themeNl, themeEn }) => ({
          value: id,
          label: t("allocationOf", { area, theme: english ? themeEn : themeNl, number }),
        }))}
      />
      <SelectField
        name="areaId"
        label={t("area")}
        placeholder={t("back")}
        options={choices.areas.map(({ id, name, municipality }) => ({
          value: id,
          label: t("areaOf", { area: name, municipality }),
        }))}
      />
      <SelectField
        name="themeId"
        label={t("theme")}
        optional
        placeholder={t("choose")}
        options={choices.themes.map(({ id, nameNl, nameEn }) => ({
          value: id,
          label: english ? nameEn : nameNl,
        }))}
      />
      <YearAmounts name="years" legend={t("years")} years={choices.years} />
      <div className="actions">
        <SubmitButton>{t("add")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
