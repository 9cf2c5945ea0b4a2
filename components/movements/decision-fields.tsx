import { useTranslations } from "next-intl";
import { DateField } from "@/components/forms/date-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";

/** The decision behind a reallocation, and why. */
export function DecisionFields({ legalSource }: { legalSource: string | null }) {
  const t = useTranslations("movements.form");
  return (
    <fieldset>
      <legend className="group">{t("decision")}</legend>
      <TextField name="decisionNumber" label={t("decisionNumber")} width="m" />
      <DateField name="decisionOn" label={t("decisionOn")} hint={t("dateHint")} />
      <TextField name="decisionDocument" label={t("document")} hint={t("documentHint")} optional />
      <TextField name="legalSource" label={t("legalSource")} optional defaultValue={legalSource ?? ""} />
      <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} />
    </fieldset>
  );
}
