import { useTranslations } from "next-intl";
import { FilterForm } from "@/components/forms/filter-form";
import { type Named, namedOptions } from "@/components/forms/named-options";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { Alert } from "@/components/signs/alert";
import type { AllocationFilters } from "@/lib/input/allocation-filters";

type Props = {
  filters: AllocationFilters;
  /** Whether something in the address could not be used. */
  unread: boolean;
  options: { readonly streams: readonly Named[]; readonly municipalities: readonly Named[] };
};
export function AllocationFilterForm({ filters, unread, options }: Props) {
  const t = useTranslations("allocations.list");
  return (
    <>
      {unread && <Alert id="keuze-onbekend" tone="warn" title={t("notRead")} />}
      <FilterForm label={t("filter")} search>
        <SelectField
          name="geldstroom"
          label={t("stream")}
          placeholder={t("all")}
          defaultValue={filters.geldstroom}
          options={namedOptions(options.streams)}
        />
        {options.municipalities.length > 1 && (
          <SelectField
            name="gemeente"
            label={t("municipality")}
            placeholder={t("all")}
            defaultValue={filters.gemeente}
            options={namedOptions(options.municipalities)}
          />
        )}
        <TextField name="zoek" label={t("search")} type="search" width="m" defaultValue={filters.zoek} />
        <SubmitButton look="second">{t("show")}</SubmitButton>
      </FilterForm>
    </>
  );
}
