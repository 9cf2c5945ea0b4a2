import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";

type BesideFormProps = {
  others: readonly { readonly id: string; readonly label: string }[];
  chosen?: string;
};

/** Which other run of the stream to put beside this one; asked in the address. */
export function BesideForm({ others, chosen }: BesideFormProps) {
  const t = useTranslations("distribution.beside");
  if (others.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <FilterForm label={t("label")}>
      <SelectField
        name="met"
        label={t("run")}
        placeholder={t("choose")}
        defaultValue={chosen}
        options={others.map(({ id, label }) => ({ value: id, label }))}
      />
      <SubmitButton look="second">{t("go")}</SubmitButton>
    </FilterForm>
  );
}
