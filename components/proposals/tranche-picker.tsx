import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { EmptyState } from "@/components/signs/empty-state";

type TranchePickerProps = { tranches: readonly { id: string; label: string }[]; chosen?: string };

/** First the tranche, because years, themes and room follow from it; a question in the address, so it needs no script. */
export function TranchePicker({ tranches, chosen }: TranchePickerProps) {
  const t = useTranslations("proposals.picker");
  if (tranches.length === 0) return <EmptyState title={t("noneTitle")}>{t("noneText")}</EmptyState>;
  return (
    <FilterForm label={t("label")}>
      <SelectField
        name="tranche"
        label={t("tranche")}
        placeholder={t("choose")}
        defaultValue={chosen}
        options={tranches.map(({ id, label }) => ({ value: id, label }))}
      />
      <SubmitButton look={chosen ? "second" : "primary"}>{t("go")}</SubmitButton>
    </FilterForm>
  );
}
