import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { namedOptions } from "@/components/forms/named-options";
import { SelectField } from "@/components/forms/select-field";
import type { ReportFilterOptions } from "@/lib/domain/reports/report-overview";
import { REPORT_STATES } from "@/lib/domain/reports/report-status";
import type { ReportListAsked } from "@/lib/input/report-review";

type ReportFilterProps = { options: ReportFilterOptions; asked: ReportListAsked; path: string };

/** Questions to the list, kept in the address. */
export function ReportFilter({ options, asked, path }: ReportFilterProps) {
  const t = useTranslations("reports");
  const all = t("list.all");
  return (
    <FilterForm label={t("list.filter")} action={path}>
      <SelectField
        name="geldstroom"
        label={t("list.stream")}
        placeholder={all}
        options={namedOptions(options.streams)}
        defaultValue={asked.stream}
      />
      {options.municipalities.length > 1 && (
        <SelectField
          name="gemeente"
          label={t("list.municipality")}
          placeholder={all}
          options={namedOptions(options.municipalities)}
          defaultValue={asked.municipality}
        />
      )}
      <SelectField
        name="jaar"
        label={t("list.year")}
        placeholder={all}
        options={options.years.map((year) => ({ value: String(year), label: String(year) }))}
        defaultValue={asked.year === undefined ? undefined : String(asked.year)}
      />
      <SelectField
        name="status"
        label={t("list.state")}
        placeholder={all}
        options={REPORT_STATES.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        defaultValue={asked.state}
      />
      <div className="actions">
        <button type="submit" className="button button-second">
          {t("list.apply")}
        </button>
        <a href={path}>{t("list.clear")}</a>
      </div>
    </FilterForm>
  );
}
