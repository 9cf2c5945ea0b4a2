import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { YearAmounts } from "@/components/forms/year-amounts";
import { DecisionFields } from "./decision-fields";

export interface MovementChoices {
  readonly years: readonly number[];
  readonly destinations: readonly {
    readonly id: string;
    readonly number: string;
    readonly area: string;
    readonly themeNl: string;
    readonly themeEn: string;
  }[];
  readonly areas: readonly { readonly id: string; readonly name: string; readonly municipality: string }[];
  readonly themes: readonly { readonly id: string; readonly nameNl: string; readonly nameEn: string }[];
}

type MovementFormProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  allocationId: string;
  choices: MovementChoices;
  legalSource: string | null;
  cancelHref: string;
};

/** To another area, theme or recipient: an allocation that is there, or a place that has none yet. */
export function MovementForm({
  action,
  title,
  idempotencyKey,
  allocationId,
  choices,
  legalSource,
  cancelHref,
}: MovementFormProps) {
  const t = useTranslations("movements.form");
  const english = useLocale() === "en";
  return (
    <ActionForm action={action} title={title} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="allocationId" value={allocationId} />
      <SelectField
        name="to"
        label={t("to")}
        hint={t("toHint")}
        optional
        placeholder={t("new")}
        options={choices.destinations.map(({ id, number, area, themeNl, themeEn }) => ({
          value: id,
          label: t("allocationOf", { area, theme: english ? themeEn : themeNl, number }),
        }))}
      />
      <fieldset>
        <legend className="group">{t("new")}</legend>
        <p className="small muted">{t("newHint")}</p>
        <SelectField
          name="areaId"
          label={t("area")}
          optional
          placeholder={t("choose")}
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
      </fieldset>
      <YearAmounts name="years" legend={t("years")} years={choices.years}>
        <p className="small muted above-s">{t("yearsNote")}</p>
      </YearAmounts>
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
