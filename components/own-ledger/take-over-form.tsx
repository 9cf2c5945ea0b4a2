import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";

type TakeOverFormProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  report: string;
  version: number;
};

/** Makes the sums of the bookings the spend of this period. */
export function TakeOverForm({ action, title, idempotencyKey, report, version }: TakeOverFormProps) {
  const t = useTranslations("ownLedger.takeOver");
  return (
    <ActionForm action={action} title={title} prefix="overnemen-" className="above-m" refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="report" value={report} />
      <HiddenField name="version" value={String(version)} />
      <p className="small muted">{t("text")}</p>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
