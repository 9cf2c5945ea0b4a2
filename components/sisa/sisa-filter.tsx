import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";

type Props = {
  action: string;
  municipalities: readonly { readonly code: string; readonly preferredName: string }[];
  years: readonly number[];
  municipality: string | null;
  year: number;
};

/** Which municipality and which year; a municipality has only its own. */
export function SisaFilter({ action, municipalities, years, municipality, year }: Props) {
  const t = useTranslations("sisa.filter");
  return (
    <FilterForm label={t("label")} action={action}>
      {municipalities.length > 1 && (
        <SelectField
          name="gemeente"
          label={t("municipality")}
          defaultValue={municipality ?? ""}
          options={municipalities.map(({ code, preferredName }) => ({ value: code, label: preferredName }))}
        />
      )}
      <SelectField
        name="jaar"
        label={t("year")}
        defaultValue={String(year)}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      <SubmitButton look="second">{t("apply")}</SubmitButton>
    </FilterForm>
  );
}
