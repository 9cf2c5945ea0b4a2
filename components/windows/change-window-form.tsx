import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import { clockInAmsterdam } from "@/lib/domain/windows/amsterdam-time";
import type { WindowRow } from "@/lib/domain/windows/reporting-window";
import { shortDate } from "@/lib/views/dates";
import { MomentFields } from "./moment-fields";

type ChangeWindowFormProps = {
  action: FormAction;
  idempotencyKey: string;
  window: WindowRow;
  title: string;
};

export function ChangeWindowForm({ action, idempotencyKey, window, title }: ChangeWindowFormProps) {
  const t = useTranslations("windows.one");
  const locale = useLocale();
  const closing = window.closesAt === null ? null : clockInAmsterdam(window.closesAt);
  // Dates are typed the Dutch way in both languages, as they are read.
  const typed = (date: string) => shortDate(date, "nl");
  return (
    <section className="section" aria-labelledby="wijzigen">
      <h2 id="wijzigen">{t("change")}</h2>
      <p>{t("changeText")}</p>
      <ActionForm action={action} title={title} refusal={t("changeRefusal")} prefix="wijzig-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="windowId" value={window.id} />
        <HiddenField name="fromDueOn" value={window.dueOn} />
        <HiddenField name="fromClosesAt" value={window.closesAt?.toISOString() ?? ""} />
        <MomentFields
          dueOn={typed(window.dueOn)}
          closesOn={closing === null ? "" : typed(closing.date)}
          closesTime={
            closing === null ? undefined : locale === "nl" ? closing.time.replace(":", ".") : closing.time
          }
        />
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
        <div className="actions">
          <SubmitButton look="second">{t("changeSubmit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
