import { useTranslations } from "next-intl";
import { FileField } from "@/components/forms/file-field";
import { FormProvider } from "@/components/forms/form-context";
import { FormErrors } from "@/components/forms/form-errors";
import { IDLE } from "@/components/forms/form-state";
import { useFormTexts } from "@/components/forms/form-texts";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { AsOfFields } from "@/components/reconciliation/as-of-form";
import { TIE_OUT_KINDS } from "@/lib/domain/tie-out/tie-out-file";
import type { TypedQuestion } from "@/lib/input/tie-out";

type TieOutFormProps = {
  action: string;
  typed: TypedQuestion;
  errors: Readonly<Record<string, readonly string[]>>;
  /** Where files came from before. */
  sources: readonly string[];
};

/** The file and its question. A plain form to a route, because files are larger than an action takes. */
export function TieOutForm({ action, typed, errors, sources }: TieOutFormProps) {
  const t = useTranslations("tieOut.upload");
  const kinds = useTranslations("tieOut.kinds");
  const refused = Object.keys(errors).length > 0;
  const state = { ...IDLE, status: refused ? "refused" : "idle", fieldErrors: errors } as const;
  return (
    <FormProvider value={{ state, texts: useFormTexts(t("refusal")), prefix: "" }}>
      <FormErrors />
      <form action={action} method="post" encType="multipart/form-data" noValidate>
        <SelectField
          name="soort"
          label={t("kind")}
          hint={t("kindHint")}
          placeholder={t("choose")}
          defaultValue={typed.soort}
          options={TIE_OUT_KINDS.map((kind) => ({ value: kind, label: kinds(`${kind}Compared`) }))}
        />
        <TextField
          name="jaar"
          label={t("year")}
          hint={t("yearHint")}
          width="s"
          inputMode="numeric"
          optional
          defaultValue={typed.jaar}
        />
        <TextField
          name="bron"
          label={t("source")}
          hint={
            sources.length === 0
              ? t("sourceHint")
              : t("sourceKnown", { known: sources.slice(0, 5).join("; ") })
          }
          maxLength={60}
          defaultValue={typed.bron}
        />
        <TextField
          name="tolerantie"
          label={t("tolerance")}
          hint={t("toleranceHint")}
          width="m"
          inputMode="decimal"
          defaultValue={typed.tolerantie || "0,00"}
        />
        <AsOfFields typed={typed} />
        <FileField name="file" label={t("file")} hint={t("fileHint")} accept=".xlsx,.csv,.txt" />
        <div className="actions">
          <button type="submit" className="button">
            {t("submit")}
          </button>
        </div>
      </form>
    </FormProvider>
  );
}
