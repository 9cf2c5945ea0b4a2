import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { AsOfForm } from "@/components/reconciliation/as-of-form";
import { CONFIDENCES, SAMPLE_METHODS } from "@/lib/domain/sampling/plan";
import type { DesignAsked } from "@/lib/input/sampling";
import type { Locale } from "@/lib/views/locale";
import { shareText } from "@/lib/views/sisa";

type Choice = { readonly id: string; readonly name: string };
type DesignFormProps = {
  asked: DesignAsked;
  streams: readonly Choice[];
  municipalities: readonly Choice[];
  years: readonly number[];
  locale: Locale;
};

/** Which lines to draw from and how sure one wants to be: a question to the page, nothing is drawn yet. */
export function DesignForm({ asked, streams, municipalities, years, locale }: DesignFormProps) {
  const t = useTranslations("sampling.design");
  const population = useTranslations("sampling.population");
  const methods = useTranslations("sampling.methods");
  const named = (choices: readonly Choice[]) => choices.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <AsOfForm label={t("label")} errors={asked.errors}>
      <SelectField
        name="methode"
        label={t("method")}
        defaultValue={asked.method}
        options={SAMPLE_METHODS.map((value) => ({ value, label: methods(value) }))}
      />
      <SelectField
        name="regeling"
        label={t("stream")}
        placeholder={population("everyStream")}
        defaultValue={asked.stream ?? ""}
        options={named(streams)}
      />
      <SelectField
        name="gemeente"
        label={t("municipality")}
        placeholder={population("everyMunicipality")}
        defaultValue={asked.municipality ?? ""}
        options={named(municipalities)}
      />
      <SelectField
        name="jaar"
        label={t("year")}
        placeholder={population("everyYear")}
        defaultValue={asked.year === null ? "" : String(asked.year)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <TextField
        name="bekend"
        label={t("known")}
        hint={t("knownHint")}
        width="m"
        defaultValue={asked.typed.bekend}
      />
      <SelectField
        name="zekerheid"
        label={t("confidence")}
        defaultValue={String(asked.confidence)}
        options={CONFIDENCES.map((value) => ({ value: String(value), label: shareText(value, locale) }))}
      />
      <TextField
        name="toelaatbaar"
        label={t("tolerable")}
        hint={t(`tolerableHint.${asked.method}`)}
        width="s"
        inputMode="decimal"
        defaultValue={asked.typed.toelaatbaar}
      />
      <TextField
        name="verwacht"
        label={t("expected")}
        hint={t("expectedHint")}
        width="s"
        inputMode="decimal"
        defaultValue={asked.typed.verwacht}
      />
      <SubmitButton look="second">{t("show")}</SubmitButton>
    </AsOfForm>
  );
}
