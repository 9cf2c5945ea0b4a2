import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CheckField } from "@/components/forms/check-field";
import { DateField } from "@/components/forms/date-field";
import { FileField } from "@/components/forms/file-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { Grain } from "@/lib/domain/distribution/key";
import { LONGEST_LINES } from "@/lib/domain/distribution/typed-values";
import { ValueInput } from "./value-input";

type InputFormProps = {
  action: FormAction;
  title: string;
  idempotencyKey: string;
  grain: Grain;
  streams: readonly { readonly id: string; readonly label: string }[];
  names: readonly string[];
  recipients: readonly { readonly code: string; readonly name: string }[];
  cancelHref: string;
};

/** A dated set of figures with its source: typed per recipient, pasted as lines, or from a csv file. */
export function InputForm({
  action,
  title,
  idempotencyKey,
  grain,
  streams,
  names,
  recipients,
  cancelHref,
}: InputFormProps) {
  const t = useTranslations("distribution.inputForm");
  const kilobytes = String(LONGEST_LINES / 1_000);
  return (
    <ActionForm action={action} title={title} refusal={t("refusal")}>
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="grain" value={grain} />
      <fieldset>
        <legend className="group">{t("what")}</legend>
        <SelectField
          name="streamId"
          label={t("stream")}
          placeholder={t("choose")}
          defaultValue={streams.length === 1 ? streams[0]?.id : undefined}
          options={streams.map(({ id, label }) => ({ value: id, label }))}
        />
        <TextField
          name="name"
          label={t("name")}
          hint={names.length === 0 ? t("nameHint") : t("nameHintKnown", { names: names.join(", ") })}
        />
        <TextField name="source" label={t("source")} hint={t("sourceHint")} />
        <DateField name="sourceOn" label={t("sourceOn")} hint={t("sourceOnHint")} />
      </fieldset>
      <fieldset>
        <legend className="group">{t("many")}</legend>
        <p className="small muted">{t("manyNote")}</p>
        <FileField
          name="file"
          label={t("file")}
          hint={t("fileHint", { most: kilobytes })}
          accept=".csv,text/csv,text/plain"
          most={{ bytes: LONGEST_LINES, sentence: t("fileTooLarge", { most: kilobytes }) }}
        />
        <TextareaField name="lines" label={t("lines")} hint={t("linesHint")} rows={6} />
      </fieldset>
      <fieldset>
        <legend className="group">{t("each")}</legend>
        <p className="small muted">{t("eachNote")}</p>
        <table className="compact table-narrow">
          <caption className="hidden">{t("each")}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`grains.${grain}`)}</th>
              <th scope="col" className="amount">
                {t("value")}
              </th>
            </tr>
          </thead>
          <tbody>
            {recipients.map(({ code, name }) => (
              <tr key={code}>
                <th scope="row">
                  {name}
                  <span className="meta">{code}</span>
                </th>
                <td className="amount">
                  <ValueInput name={`values.${code}`} label={t("valueOf", { name, code })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
      <CheckField name="confirm" label={t("confirm")} hint={t("confirmHint")} />
      <div className="actions">
        <SubmitButton>{t("save")}</SubmitButton>
        <a className="button button-quiet" href={cancelHref}>
          {t("cancel")}
        </a>
      </div>
    </ActionForm>
  );
}
