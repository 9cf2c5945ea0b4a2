import { useTranslations } from "next-intl";
import { CheckField } from "@/components/forms/check-field";
import { ChoiceField } from "@/components/forms/choice-field";
import { DateField } from "@/components/forms/date-field";
import { FormProvider } from "@/components/forms/form-context";
import type { FormState } from "@/components/forms/form-state";
import { useFormTexts } from "@/components/forms/form-texts";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import { YearAmounts } from "@/components/forms/year-amounts";

/** Every kind of field once, one of them refused. The form goes nowhere. */
export function Inputs() {
  const t = useTranslations("sheet.form");
  const state: FormState = {
    status: "refused",
    values: { fout: "41O.000" },
    fieldErrors: { fout: [t("invalidText")] },
    reasons: [],
  };
  return (
    <section className="section" aria-labelledby="invoer">
      <h2 id="invoer" className="below-m">
        {t("title")}
      </h2>
      <FormProvider value={{ state, texts: useFormTexts(), prefix: "" }}>
        <form action="#invoer" noValidate className="cols cols-1-1">
          <div>
            <SelectField
              name="stroom"
              label={t("stream")}
              options={[
                { value: "wijken", label: "Oefenregeling Wijken, tranche 2 (2026–2028)" },
                { value: "jeugd", label: "Oefenregeling Jeugd" },
              ]}
            />
            <TextField name="nummer" width="m" label={t("name")} hint={t("nameHint")} />
            <DateField name="datum" label={t("date")} hint={t("dateHint")} />
            <MoneyField name="bedrag" label={t("amount")} defaultValue="2.450.000,00" />
            <MoneyField name="fout" label={t("invalid")} />
          </div>
          <div>
            <YearAmounts
              name="jaren"
              legend={t("years")}
              years={[2026, 2027, 2028]}
              defaultValues={{ 2026: "750.000,00", 2027: "1.300.000,00", 2028: "400.000,00" }}
            >
              <p className="small muted tnum above-s flush">{t("yearsSum")}</p>
            </YearAmounts>
            <ChoiceField
              name="besluit"
              label={t("decision")}
              choices={[
                { value: "approve", label: t("approve") },
                { value: "return", label: t("return"), hint: t("returnHint") },
              ]}
              defaultValue="approve"
            />
            <TextareaField name="reden" label={t("reason")} hint={t("reasonHint")} optional />
            <CheckField name="vergeleken" label={t("check")} />
          </div>
        </form>
      </FormProvider>
    </section>
  );
}
