import { useTranslations } from "next-intl";
import { type Named, namedOptions } from "@/components/forms/named-options";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { AsOfFields, AsOfForm } from "@/components/reconciliation/as-of-form";
import { HISTORY_MEASURES, type HistoryAsked } from "@/lib/input/figure-history";

type HistoryFilterProps = {
  asked: HistoryAsked;
  tranches: readonly Named[];
  municipalities: readonly Named[];
  years: readonly number[];
};

/** Which figure, of whom, of which year; an allocation that was chosen elsewhere stays chosen. */
export function HistoryFilter({ asked, tranches, municipalities, years }: HistoryFilterProps) {
  const t = useTranslations("overview");
  const { filter } = asked;
  return (
    <AsOfForm label={t("history.filter")} errors={asked.errors}>
      <SelectField
        name="maat"
        label={t("history.measure")}
        defaultValue={filter.measure}
        options={HISTORY_MEASURES.map((measure) => ({ value: measure, label: t(`measures.${measure}`) }))}
      />
      <SelectField
        name="tranche"
        label={t("history.tranche")}
        placeholder={t("history.all")}
        defaultValue={filter.tranche ?? ""}
        options={namedOptions(tranches)}
      />
      <SelectField
        name="gemeente"
        label={t("history.municipality")}
        placeholder={t("history.all")}
        defaultValue={filter.municipality ?? ""}
        options={namedOptions(municipalities)}
      />
      <SelectField
        name="jaar"
        label={t("history.year")}
        placeholder={t("history.all")}
        defaultValue={filter.year === null ? "" : String(filter.year)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <AsOfFields typed={asked.typed} />
      {filter.allocation !== null && <input type="hidden" name="toekenning" value={filter.allocation} />}
      <SubmitButton look="second">{t("history.show")}</SubmitButton>
    </AsOfForm>
  );
}
