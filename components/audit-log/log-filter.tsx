import { useLocale, useTranslations } from "next-intl";
import { DateField } from "@/components/forms/date-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { AsOfForm } from "@/components/reconciliation/as-of-form";
import { AUDIT_ACTIONS } from "@/lib/domain/audit/audit-action";
import type { LogQuestion } from "@/lib/input/audit-log";

interface LogFilterProps {
  readonly question: LogQuestion;
  readonly programmes: readonly { readonly code: string; readonly nameNl: string; readonly nameEn: string }[];
}

/** What the log is narrowed to. */
export function LogFilter({ question: { asked, errors, typed }, programmes }: LogFilterProps) {
  const t = useTranslations("admin.log");
  const locale = useLocale();
  const actions = AUDIT_ACTIONS.map((value) => ({ value, label: t(`actions.${value}`) }));
  return (
    <AsOfForm label={t("filter")} errors={errors}>
      <TextField
        name="zoek"
        label={t("search")}
        hint={t("searchHint")}
        type="search"
        defaultValue={asked.text}
      />
      <SelectField
        name="handeling"
        label={t("action")}
        placeholder={t("all")}
        defaultValue={asked.action ?? ""}
        options={actions.toSorted((a, b) => a.label.localeCompare(b.label, locale))}
      />
      <SelectField
        name="uitkomst"
        label={t("outcome")}
        placeholder={t("all")}
        defaultValue={asked.outcome ?? ""}
        options={(["done", "refused"] as const).map((value) => ({ value, label: t(value) }))}
      />
      <SelectField
        name="programma"
        label={t("programme")}
        placeholder={t("all")}
        defaultValue={asked.programme ?? ""}
        options={programmes.map(({ code, nameNl, nameEn }) => ({
          value: code,
          label: locale === "en" ? nameEn : nameNl,
        }))}
      />
      <DateField name="van" label={t("from")} hint={t("dateHint")} defaultValue={typed.from} />
      <DateField name="tot" label={t("to")} hint={t("dateHint")} defaultValue={typed.to} />
      <SubmitButton look="second">{t("show")}</SubmitButton>
    </AsOfForm>
  );
}
