import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField } from "@/components/forms/choice-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import type { SampleMethod } from "@/lib/domain/sampling/plan";
import type { SampleItem } from "@/lib/domain/sampling/sample";
import { typedAmount } from "@/lib/views/reports";

type ResultFormProps = { action: FormAction; idempotencyKey: string; item: SampleItem; method: SampleMethod };

/** What was established about an item; a later version takes the place of an earlier one, which stays. */
export function ResultForm({ action, idempotencyKey, item, method }: ResultFormProps) {
  const t = useTranslations("sampling.result");
  const [last] = item.results;
  return (
    <section className="section" aria-labelledby="vaststellen">
      <h2 id="vaststellen">{t("title")}</h2>
      <ActionForm action={action} title={t("title")} refusal={t("refusal")} prefix="uitkomst-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="version" value={String(last?.version ?? 0)} />
        {method === "monetary" ? (
          <>
            <MoneyField
              name="audited"
              label={t("audited")}
              hint={t("auditedHint")}
              defaultValue={typedAmount(last?.audited ?? null)}
            />
            <MoneyField
              name="uncertain"
              label={t("uncertain")}
              hint={t("uncertainHint")}
              defaultValue={typedAmount(last?.uncertain ?? null)}
              optional
            />
          </>
        ) : (
          <ChoiceField
            name="deviates"
            label={t("deviates")}
            choices={[
              { value: "no", label: t("no") },
              { value: "yes", label: t("yes") },
            ]}
            {...(last === undefined ? {} : { defaultValue: last.deviates ? "yes" : "no" })}
          />
        )}
        <TextareaField
          name="remark"
          label={t("remark")}
          hint={t("remarkHint")}
          rows={2}
          defaultValue={last?.remark ?? ""}
          optional
        />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
