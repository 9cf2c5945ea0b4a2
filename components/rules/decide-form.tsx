import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";

type DecideFormProps = {
  kind: "stage" | "waiver";
  id: string;
  action: FormAction;
  /** What is decided, for who hears the buttons and not the row. */
  what: string;
};

const YES = { stage: "agreed", waiver: "granted" } as const;
const NAME = { stage: "stageId", waiver: "waiverId" } as const;

/** A second person says yes, or no with a reason. */
export function DecideForm({ kind, id, action, what }: DecideFormProps) {
  const t = useTranslations("stages");
  return (
    <ActionForm action={action} title={t("title")} refusal={t(`decide.${kind}.refusal`)} prefix={`${id}-`}>
      <HiddenField name={NAME[kind]} value={id} />
      <TextField name="reason" label={t("decide.reason")} hint={t("decide.hint")} optional />
      <div className="actions">
        <SubmitButton look="second" name="outcome" value={YES[kind]}>
          {t(`decide.${kind}.yes`)}
          <span className="hidden"> {what}</span>
        </SubmitButton>
        <SubmitButton look="quiet" name="outcome" value="refused">
          {t("decide.no")}
          <span className="hidden"> {what}</span>
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
