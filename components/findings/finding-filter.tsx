import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { FINDING_STATUSES } from "@/lib/domain/findings/finding";
import type { FindingsAsked } from "@/lib/input/findings";

type Choice = { readonly code: string; readonly name: string };
type FindingFilterProps = {
  asked: FindingsAsked;
  years: readonly number[];
  streams: readonly Choice[];
  municipalities: readonly Choice[];
};

/** Which findings to show. */
export function FindingFilter({ asked, years, streams, municipalities }: FindingFilterProps) {
  const t = useTranslations("findings.filter");
  const states = useTranslations("status.auditFinding");
  const named = (choices: readonly Choice[]) =>
    choices.map(({ code, name }) => ({ value: code, label: name }));
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
        options={named(streams)}
      />
      {municipalities.length > 1 && (
        <SelectField
          name="gemeente"
          label={t("municipality")}
          placeholder={t("everyMunicipality")}
          defaultValue={asked.municipality ?? ""}
          options={named(municipalities)}
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
