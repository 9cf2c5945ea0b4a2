import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";

type ThemePickerProps = {
  themes: readonly { readonly id: string; readonly label: string }[];
  chosen?: string;
};

/** First the theme, because what stands in an area depends on it; asked in the address, so it needs no script. */
export function ThemePicker({ themes, chosen }: ThemePickerProps) {
  const t = useTranslations("distribution.batch");
  return (
    <FilterForm label={t("themeLabel")}>
      <SelectField
        name="thema"
        label={t("theme")}
        placeholder={t("choose")}
        defaultValue={chosen}
        options={themes.map(({ id, label }) => ({ value: id, label }))}
      />
      <SubmitButton look={chosen ? "second" : "primary"}>{t("go")}</SubmitButton>
    </FilterForm>
  );
}
