import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { type Named, namedOptions } from "@/components/forms/named-options";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { FINDING_STATUSES } from "@/lib/domain/findings/finding";
import type { FindingsAsked } from "@/lib/input/findings";

type FindingFilterProps = {
  asked: FindingsAsked;
  years: readonly number[];
  streams: readonly Named[];
  municipalities: readonly Named[];
};

/** Which findings to show. */
export function FindingFilter({ asked, years, streams, municipalities }: FindingFilterProps) {
  const t = useTranslations("findings.filter");
  const states = useTranslations("status.auditFinding");
  return (
    <FilterForm label={t("label")}>
      <SelectField
        name="jaar"
        label={t("year")}
        placeholder={t("everyYear")}
        defaultValue={asked.year === undefined ? "" : String(asked.year)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <SelectField
        name="regeling"
        label={t("stream")}
        placeholder={t("everyStream")}
        defaultValue={asked.stream ?? ""}
        options={namedOptions(streams)}
      />
      {municipalities.length > 1 && (
        <SelectField
          name="gemeente"
          label={t("municipality")}
          placeholder={t("everyMunicipality")}
          defaultValue={asked.municipality ?? ""}
          options={namedOptions(municipalities)}
        />
      )}
      <SelectField
        name="stand"
        label={t("state")}
        placeholder={t("everyState")}
        defaultValue={asked.status ?? ""}
        options={FINDING_STATUSES.map((status) => ({ value: status, label: states(status) }))}
      />
      <SubmitButton look="second">{t("show")}</SubmitButton>
    </FilterForm>
  );
}
