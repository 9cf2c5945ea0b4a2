import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField } from "@/components/forms/choice-field";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import { EXCEPTION_KINDS } from "@/lib/domain/windows/exception";

export interface AskedPlace {
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly areas: readonly { readonly id: string; readonly name: string }[];
}

type AskExceptionFormProps = {
  action: FormAction;
  idempotencyKey: string;
  windowId: string;
  places: readonly AskedPlace[];
  title: string;
};

export function AskExceptionForm({ action, idempotencyKey, windowId, places, title }: AskExceptionFormProps) {
  const t = useTranslations("windows.exception");
  return (
    <section className="section" aria-labelledby="uitzondering">
      <h2 id="uitzondering">{t("ask")}</h2>
      <p>{t("askText")}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")} prefix="vraag-">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="windowId" value={windowId} />
        <SelectField
          name="place"
          label={t("place")}
          placeholder={t("choose")}
          options={places.map(({ municipalityId, municipalityName, areas }) => ({
            group: municipalityName,
            options: [
              { value: municipalityId, label: t("wholeOf", { municipality: municipalityName }) },
              ...areas.map(({ id, name }) => ({ value: `${municipalityId}/${id}`, label: name })),
            ],
          }))}
        />
        <ChoiceField
          name="kind"
          label={t("kind")}
          choices={EXCEPTION_KINDS.map((kind) => ({
            value: kind,
            label: t(`kinds.${kind}`),
            hint: t(`kindHints.${kind}`),
          }))}
        />
        <DateField name="expiresOn" label={t("expires")} hint={t("expiresHint")} />
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} />
        <div className="actions">
          <SubmitButton look="second">{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
