import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/form-state";
import { SelectField } from "@/components/forms/select-field";
import type { RowDecision } from "@/lib/domain/tie-out/decisions";
import type { OurUnit } from "@/lib/domain/tie-out/our-unit";
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
  units: readonly OurUnit[];
  /** What it is taken for now, or could be. */
  suggested: readonly OurUnit[];
  stands: RowDecision | null;
};

/** What an auditor can say: that the row belongs to something of ours, to nothing, or that it speaks for itself again. */
export function RowDecisionForms({ units, suggested, stands, keys, ...form }: RowDecisionFormsProps) {
  const t = useTranslations("tieOut.row");
  const locale = useLocale();
  const choice = (unit: OurUnit) => ({
    value: unit.key,
    label: t("choice", {
      unit: unitName(unit),
      amount: unit.counted === null ? t("nothingCounts") : euro(unit.counted.amount, locale),
    }),
  });
  const others = units.filter((unit) => suggested.every(({ key }) => key !== unit.key));
  return (
    <section className="section" aria-labelledby="zeggen">
      <h2 id="zeggen">{t("say")}</h2>
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
