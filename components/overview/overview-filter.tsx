import { useTranslations } from "next-intl";
import { namedOptions } from "@/components/forms/named-options";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { AsOfFields, AsOfForm } from "@/components/reconciliation/as-of-form";
import { Alert } from "@/components/signs/alert";
import type { OverviewAsked } from "@/lib/input/stream-overview";

type OverviewFilterProps = {
  asked: OverviewAsked;
  tranches: readonly { readonly code: string; readonly name: string }[];
};

/** The two dates and the tranche; the measure stays as it is. */
export function OverviewFilter({ asked, tranches }: OverviewFilterProps) {
  const t = useTranslations("overview.filter");
  return (
    <>
      {asked.unread && <Alert id="keuze-onbekend" tone="warn" title={t("unread")} />}
      <AsOfForm label={t("label")} errors={asked.errors}>
        <SelectField
          name="tranche"
          label={t("tranche")}
          placeholder={t("all")}
          defaultValue={asked.tranche ?? ""}
          options={namedOptions(tranches)}
        />
        <AsOfFields typed={asked.typed} />
        <input type="hidden" name="maat" value={asked.word} />
        <SubmitButton look="second">{t("show")}</SubmitButton>
      </AsOfForm>
    </>
  );
}
