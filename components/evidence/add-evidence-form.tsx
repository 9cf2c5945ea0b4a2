import { useLocale, useTranslations } from "next-intl";
import { FileField } from "@/components/forms/file-field";
import { FormProvider } from "@/components/forms/form-context";
import { FormErrors } from "@/components/forms/form-errors";
import type { FormState } from "@/components/forms/form-state";
import { useFormTexts } from "@/components/forms/form-texts";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import { EVIDENCE_KINDS } from "@/lib/domain/evidence/evidence-kind";
import type { NamedLine } from "@/lib/domain/reports/report-file";
import { lineName } from "./line-name";
import { UploadFrame } from "./upload-frame";

type AddEvidenceFormProps = {
  lines: readonly NamedLine[];
  /** The route handler that takes the file in. */
  action: string;
  idempotencyKey: string;
  /** What was typed and what was wrong with it, after a refusal. */
  state: FormState;
  chosen: string | undefined;
  /** A request of an auditor that the document answers: then the line is fixed. */
  request?: { readonly id: string; readonly line: string };
};

/** A plain form, because it must work without script; the file comes last, so that the fields are known before it. */
export function AddEvidenceForm({
  lines,
  action,
  idempotencyKey,
  state,
  chosen,
  request,
}: AddEvidenceFormProps) {
  const t = useTranslations("evidence");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="toevoegen">
      <h2 id="toevoegen">{t("form.title")}</h2>
      <FormProvider value={{ state, texts: useFormTexts(t("form.refusal")), prefix: "" }}>
        <FormErrors />
        <UploadFrame
          action={action}
          words={{
            submit: t("form.submit"),
            sending: t("form.sending"),
            checking: t("form.checking"),
            failed: t("form.failed"),
            tooLarge: t("form.tooLarge"),
          }}
        >
          <HiddenField name="idempotencyKey" value={idempotencyKey} />
          {request === undefined ? (
            <SelectField
              name="line"
              label={t("form.line")}
              placeholder={t("form.lineChoose")}
              defaultValue={chosen ?? ""}
              options={lines.map((line) => ({ value: line.key, label: lineName(line, locale) }))}
            />
          ) : (
            <>
              <HiddenField name="line" value={request.line} />
              <HiddenField name="request" value={request.id} />
            </>
          )}
          <SelectField
            name="kind"
            label={t("form.kind")}
            placeholder={t("form.kindChoose")}
            options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          />
          <MoneyField name="amount" label={t("form.amount")} hint={t("form.amountHint")} />
          <TextField name="note" label={t("form.note")} hint={t("form.noteHint")} optional />
          <FileField
            accept=".pdf,.png,.jpg,.jpeg,.xlsx,.csv"
            name="file"
            label={t("form.file")}
            hint={t("form.fileHint")}
          />
        </UploadFrame>
      </FormProvider>
    </section>
  );
}
