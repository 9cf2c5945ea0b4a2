import { useTranslations } from "next-intl";
import { DateField } from "@/components/forms/date-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { BookSource } from "@/lib/domain/claims/claim-book";

type Props = { sources: readonly BookSource[]; source: string | undefined };

/** The document a figure stands in: one that is known, or a new one with its date. */
export function ClaimSourceFields({ sources, source }: Props) {
  const t = useTranslations("claims.register");
  return (
    <fieldset>
      <legend>{t("document")}</legend>
      <SelectField
        name="source"
        label={t("source")}
        hint={t("sourceHint")}
        placeholder={t("newSource")}
        defaultValue={source ?? ""}
        optional
        options={sources.map(({ code, title }) => ({ value: code, label: title }))}
      />
      <TextField name="newTitle" label={t("newTitle")} optional />
      <TextField name="newPublisher" label={t("newPublisher")} width="m" optional />
      <DateField name="newDate" label={t("newDate")} hint={t("newDateHint")} optional />
      <TextField name="newAddress" label={t("newAddress")} optional />
      <TextField name="place" label={t("place")} hint={t("placeHint")} width="m" />
      <TextareaField name="quote" label={t("quote")} hint={t("quoteHint")} optional />
    </fieldset>
  );
}
