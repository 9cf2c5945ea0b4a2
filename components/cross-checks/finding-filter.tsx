import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { type Named, namedOptions } from "@/components/forms/named-options";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import type { CrossFindingsAsked } from "@/lib/input/cross-checks";

type FindingFilterProps = {
  asked: CrossFindingsAsked;
  rules: readonly string[];
  streams: readonly Named[];
  municipalities: readonly Named[];
};

/** Which findings of a run to show; kept in the address. */
export function CheckFindingFilter({ asked, rules, streams, municipalities }: FindingFilterProps) {
  const t = useTranslations("crossChecks.filter");
  const changes = useTranslations("status.crossChange");
  return (
    <FilterForm label={t("label")}>
      <SelectField
        name="regel"
        label={t("rule")}
        placeholder={t("everyRule")}
        defaultValue={asked.rule ?? ""}
        options={rules.map((code) => ({ value: code, label: code }))}
      />
      <SelectField
        name="regeling"
        label={t("stream")}
        placeholder={t("everyStream")}
        defaultValue={asked.stream ?? ""}
        options={namedOptions(streams)}
      />
      <SelectField
        name="gemeente"
        label={t("municipality")}
        placeholder={t("everyMunicipality")}
        defaultValue={asked.municipality ?? ""}
        options={namedOptions(municipalities)}
      />
      <SelectField
        name="verandering"
        label={t("change")}
        placeholder={t("everyChange")}
        defaultValue={asked.change === undefined ? "" : asked.change === "new" ? "nieuw" : "bleef"}
        options={[
          { value: "nieuw", label: changes("new") },
          { value: "bleef", label: changes("still") },
        ]}
      />
      <SubmitButton look="second">{t("show")}</SubmitButton>
    </FilterForm>
  );
}
