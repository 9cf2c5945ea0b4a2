import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterForm } from "@/components/forms/filter-form";
import { TextField } from "@/components/forms/text-field";

type AsOfFieldsProps = { typed: { readonly geldig: string; readonly bekend: string } };

/** The moment at which something was known. */
export function KnownField({ typed }: { typed: { readonly bekend: string } }) {
  const t = useTranslations("reconciliation.asOf.known");
  return (
    <TextField name="bekend" label={t("label")} hint={t("hint")} width="m" defaultValue={typed.bekend} />
  );
}

/** The two dates of every figure, each with half a sentence. */
export function AsOfFields({ typed }: AsOfFieldsProps) {
  const t = useTranslations("reconciliation.asOf");
  return (
    <>
      <TextField
        name="geldig"
        label={t("valid")}
        hint={t("validHint")}
        width="m"
        defaultValue={typed.geldig}
      />
      <KnownField typed={typed} />
    </>
  );
}

type AsOfFormProps = {
  label: string;
  errors: Readonly<Record<string, readonly string[]>>;
  children: ReactNode;
};

/** A question with dates; sentences about dates that could not be read stand at their fields. */
export function AsOfForm({ label, errors, children }: AsOfFormProps) {
  const t = useTranslations();
  const said = Object.fromEntries(
    Object.entries(errors).map(([field, keys]) => [
      field,
      keys.map((key) => t(key as "reconciliation.asOf.validUnreadable")),
    ]),
  );
  return (
    <FilterForm label={label} errors={said}>
      {children}
    </FilterForm>
  );
}
