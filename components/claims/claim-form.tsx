import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { namedOptions } from "@/components/forms/named-options";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { CLAIM_GRAINS, CLAIM_PRECISIONS, VAT_BASES } from "@/lib/input/claim-registration";
import { CLAIM_STATUSES } from "@/lib/input/claims";
import { claimName } from "@/lib/views/claims";
import { ClaimSourceFields } from "./claim-source-fields";

type Props = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  book: ClaimBook;
  /** Code of the claim that is corrected. */
  replaces: string | undefined;
};

/** One published figure: where it stands, what it says, and what about. Nothing is guessed. */
export function ClaimForm({ action, title, idempotencyKey, book, replaces }: Props) {
  const t = useTranslations("claims.register");
  const words = useTranslations("claims");
  const locale = useLocale();
  const old = replaces === undefined ? null : book.claims.find(replaces);
  return (
    <ActionForm action={action} title={title} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <ClaimSourceFields sources={book.sources} source={old?.source} />
      <fieldset>
        <legend>{t("figure")}</legend>
        <MoneyField name="amount" label={t("amount")} hint={t("amountHint")} optional />
        <SelectField
          name="precision"
          label={t("precision")}
          hint={t("precisionHint")}
          defaultValue={old?.precision ?? "as_published"}
          options={CLAIM_PRECISIONS.map((value) => ({ value, label: words(`precision.${value}`) }))}
        />
        <TextField
          name="units"
          label={t("units")}
          hint={t("unitsHint")}
          width="s"
          inputMode="numeric"
          optional
        />
        <TextField name="unitName" label={t("unitName")} width="m" optional />
        <MoneyField name="unitAmount" label={t("unitAmount")} optional />
        <SelectField
          name="status"
          label={t("status")}
          placeholder={t("choosePlease")}
          defaultValue={old?.status}
          options={CLAIM_STATUSES.map((value) => ({ value, label: words(`status.${value}`) }))}
        />
        <TextField name="statusVerb" label={t("statusVerb")} width="m" optional />
        <TextField name="period" label={t("period")} hint={t("periodHint")} width="m" optional />
        <SelectField
          name="vatBasis"
          label={t("vat")}
          defaultValue={old?.vatBasis ?? "not_stated"}
          options={VAT_BASES.map((value) => ({ value, label: words(`vat.${value}`) }))}
        />
      </fieldset>
      <fieldset>
        <legend>{t("about")}</legend>
        <SelectField
          name="grain"
          label={t("grain")}
          placeholder={t("choosePlease")}
          defaultValue={old?.grain}
          options={CLAIM_GRAINS.map((value) => ({ value, label: words(`grain.${value}`) }))}
        />
        <SelectField
          name="stream"
          label={t("stream")}
          placeholder={t("none")}
          defaultValue={old?.stream ?? ""}
          optional
          options={book.streams.map(({ code, shortName }) => ({ value: code, label: shortName }))}
        />
        <SelectField
          name="municipality"
          label={t("municipality")}
          placeholder={t("none")}
          defaultValue={old?.municipality ?? ""}
          optional
          options={namedOptions(book.municipalities)}
        />
        <SelectField
          name="area"
          label={t("area")}
          placeholder={t("none")}
          defaultValue={old?.area ?? ""}
          optional
          options={namedOptions(book.areas)}
        />
        <TextareaField name="note" label={t("note")} optional />
      </fieldset>
      <fieldset>
        <legend>{t("replacement")}</legend>
        <SelectField
          name="replaces"
          label={t("replaces")}
          placeholder={t("replacesNone")}
          defaultValue={old?.code ?? ""}
          optional
          options={book.claims.all.map((claim) => ({
            value: claim.code,
            label: `${claimName(claim, book, locale)} (${claim.code})`,
          }))}
        />
        <TextareaField name="replaceReason" label={t("replaceReason")} optional />
      </fieldset>
      <div className="actions">
        <SubmitButton>{t("button")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
