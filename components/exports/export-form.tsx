import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/check-field";
import { ChoiceField } from "@/components/forms/choice-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";

type Props = {
  action: FormAction;
  idempotencyKey: string;
  kind: string;
  /** The question as the address of the page has it. */
  question: string;
  formats: readonly ("csv" | "xlsx" | "ods" | "json" | "pdf" | "journal" | "beancount")[];
};

export function ExportForm({ action, idempotencyKey, kind, question, formats }: Props) {
  const t = useTranslations("exports.new");
  return (
    <ActionForm action={action} title={t("title")} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="kind" value={kind} />
      <HiddenField name="question" value={question} />
      <ChoiceField
        name="format"
        label={t("format")}
        defaultValue="csv"
        choices={formats.map((format) => ({
          value: format,
          label: t(`formats.${format}`),
          hint: t(`hints.${format}`),
        }))}
      />
      <CheckField name="proved" label={t("proved")} hint={t("provedHint")} defaultChecked />
      <div className="actions">
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
