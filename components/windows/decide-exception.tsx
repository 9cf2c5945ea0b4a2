import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import type { ExceptionRow } from "@/lib/domain/windows/exception";

type DecideExceptionProps = { row: ExceptionRow; action: FormAction; idempotencyKey: string; title: string };

/** Grant or refuse, with a reason; unfolds, so that a list of requests stays a list. */
export function DecideException({ row, action, idempotencyKey, title }: DecideExceptionProps) {
  const t = useTranslations("windows.exception");
  const about = t("decideOf", { what: t(`kinds.${row.kind}`), who: row.areaName ?? row.municipalityName });
  return (
    <details>
      <summary>
        {t("decide")}
        <span className="hidden"> {about}</span>
      </summary>
      <ActionForm action={action} title={title} refusal={t("decideRefusal")} prefix={`${row.id}-`}>
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="exceptionId" value={row.id} />
        <TextareaField name="reason" label={t("decideReason")} rows={2} />
        <div className="actions">
          <SubmitButton look="second" name="outcome" value="granted">
            {t("grant")}
          </SubmitButton>
          <SubmitButton look="quiet" name="outcome" value="refused">
            {t("refuse")}
          </SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
