import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import type { RowAction } from "@/lib/domain/tie-out/decisions";

type RowDecisionFormProps = {
  action: FormAction;
  title: string;
  file: string;
  row: number;
  idempotencyKey: string;
  decision: RowAction;
  children?: ReactNode;
};

/** One thing to say about a row, with its reason. */
export function RowDecisionForm({
  action,
  title,
  file,
  row,
  idempotencyKey,
  decision,
  children,
}: RowDecisionFormProps) {
  const t = useTranslations("tieOut.row.forms");
  return (
    <details open={decision === "joined"}>
      <summary>{t(`${decision}.title`)}</summary>
      <p className="small muted">{t(`${decision}.text`)}</p>
      <ActionForm action={action} title={title} prefix={`${decision}-`}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="file" value={file} />
        <HiddenField name="row" value={String(row)} />
        <HiddenField name="action" value={decision} />
        {children}
        <TextareaField name="reason" label={t("reason")} />
        <SubmitButton look="second">{t(`${decision}.submit`)}</SubmitButton>
      </ActionForm>
    </details>
  );
}
