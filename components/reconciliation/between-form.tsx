import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { AsOfForm } from "./as-of-form";

type Props = {
  typed: { readonly geldig: string; readonly van: string; readonly tot: string };
  errors: Readonly<Record<string, readonly string[]>>;
};

/** One date that the figures hold on, and two moments of knowing. */
export function BetweenForm({ typed, errors }: Props) {
  const t = useTranslations("reconciliation");
  return (
    <AsOfForm label={t("between.form")} errors={errors}>
      <TextField
        name="geldig"
        label={t("asOf.valid")}
        hint={t("asOf.validHint")}
        width="m"
        defaultValue={typed.geldig}
      />
      <TextField
        name="van"
        label={t("between.from")}
        hint={t("between.fromHint")}
        width="m"
        defaultValue={typed.van}
      />
      <TextField
        name="tot"
        label={t("between.until")}
        hint={t("between.untilHint")}
        width="m"
        defaultValue={typed.tot}
      />
      <SubmitButton>{t("between.show")}</SubmitButton>
    </AsOfForm>
  );
}
