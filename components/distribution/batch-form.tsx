import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";

type BatchFormProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  themeId: string;
  legalSource: string;
  count: number;
  cancelHref: string;
};

/** What every line has in common, asked once. */
export function BatchForm({
  action,
  title,
  idempotencyKey,
  themeId,
  legalSource,
  count,
  cancelHref,
}: BatchFormProps) {
  const t = useTranslations("distribution.batch");
  return (
    <ActionForm action={action} title={title} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="themeId" value={themeId} />
      <TextField
        name="decisionNumber"
        label={t("decisionNumber")}
        hint={t("decisionNumberHint", { last: String(count) })}
        width="m"
      />
      <DateField name="decisionOn" label={t("decisionOn")} hint={t("dateHint")} />
      <TextField name="decisionDocument" label={t("document")} hint={t("documentHint")} optional />
      <TextField name="legalSource" label={t("legalSource")} optional defaultValue={legalSource} />
      <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} />
      <div className="actions">
        <SubmitButton name="as" value="proposed">
          {t("propose", { count })}
        </SubmitButton>
        <SubmitButton look="second" name="as" value="draft">
          {t("keep")}
        </SubmitButton>
        <a className="button button-quiet" href={cancelHref}>
          {t("cancel")}
        </a>
      </div>
    </ActionForm>
  );
}
