import { useLocale, useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import type { FormAction } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import type { RowDecision } from "@/lib/domain/tie-out/decisions";
import type { OurUnit } from "@/lib/domain/tie-out/our-unit";
import type { UnitChoices } from "@/lib/domain/tie-out/unit-choices";
import { euro } from "@/lib/views/money";
import { unitName } from "@/lib/views/tie-out";
import { RowDecisionForm } from "./row-decision-form";

type RowDecisionFormsProps = {
  action: FormAction;
  title: string;
  file: string;
  row: number;
  /** Of each form, so that a second submit does nothing. */
  keys: readonly string[];
  choices: UnitChoices;
  /** The number by which these were found. */
  searched: string;
  /** What it is taken for now, or could be. */
  suggested: readonly OurUnit[];
  stands: RowDecision | null;
};

/** What an auditor can say: that the row belongs to something of ours, to nothing, or that it speaks for itself again. */
export function RowDecisionForms({
  choices,
  searched,
  suggested,
  stands,
  keys,
  ...form
}: RowDecisionFormsProps) {
  const t = useTranslations("tieOut.row");
  const locale = useLocale();
  const choice = (unit: OurUnit) => ({
    value: unit.key,
    label: t("choice", {
      unit: unitName(unit),
      amount: unit.counted === null ? t("nothingCounts") : euro(unit.counted.amount, locale),
    }),
  });
  const others = choices.offered.filter((unit) => suggested.every(({ key }) => key !== unit.key));
  return (
    <section className="section" aria-labelledby="zeggen">
      <h2 id="zeggen">{t("say")}</h2>
      <FilterForm label={t("search")} search>
        <TextField
          name="zoek"
          label={t("searchNumber")}
          hint={t("searchHint")}
          type="search"
          width="m"
          defaultValue={searched}
        />
        <SubmitButton look="second">{t("searchSubmit")}</SubmitButton>
      </FilterForm>
      {(searched !== "" || choices.count > choices.offered.length) && (
        <p className="small">{t("found", { offered: choices.offered.length, count: choices.count })}</p>
      )}
      <RowDecisionForm {...form} idempotencyKey={keys[0] ?? ""} decision="joined">
        <SelectField
          name="unit"
          label={t("unit")}
          hint={t("unitHint")}
          placeholder={t("choose")}
          defaultValue={suggested.length === 1 ? suggested[0]?.key : ""}
          options={[
            ...(suggested.length === 0 ? [] : [{ group: t("suggested"), options: suggested.map(choice) }]),
            { group: t("others"), options: others.map(choice) },
          ]}
        />
      </RowDecisionForm>
      {stands?.action !== "parted" && (
        <RowDecisionForm {...form} idempotencyKey={keys[1] ?? ""} decision="parted" />
      )}
      {stands !== null && <RowDecisionForm {...form} idempotencyKey={keys[2] ?? ""} decision="released" />}
    </section>
  );
}
