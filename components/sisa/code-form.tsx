import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextareaField } from "@/components/forms/textarea-field";
import type { StreamCodes } from "@/lib/domain/sisa/code-table";
import { SISA_MEASURES } from "@/lib/domain/sisa/measures";

/** Rows that stay empty are no indicators, so a few more are always there: adding one needs no script. */
const SPARE = 3;
const FEWEST = 6;

type Props = { action: FormAction; idempotencyKey: string; stream: StreamCodes; year: number };

/** The numbers of one stream in one year, as the guide of that year has them. */
export function CodeForm({ action, idempotencyKey, stream, year }: Props) {
  const t = useTranslations("sisa.codes.form");
  const measures = useTranslations("sisa.codes.measures");
  const current = stream.current?.year === year ? stream.current : null;
  const indicators = current?.indicators ?? [];
  const rows = Array.from({ length: Math.max(FEWEST, indicators.length + SPARE) }, (_, i) => indicators[i]);
  const title = t("title", { stream: stream.name, year: String(year) });
  return (
    <section className="section" aria-labelledby="nummers">
      <h2 id="nummers">{title}</h2>
      <p>{t("text")}</p>
      <ActionForm action={action} title={title} refusal={t("refusal")} className="sisa-answers">
        <HiddenField name="idempotencyKey" value={idempotencyKey} />
        <HiddenField name="streamId" value={stream.id} />
        <HiddenField name="version" value={String(stream.versions[0]?.version ?? 0)} />
        <TextField
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          width="s"
          defaultValue={current?.code ?? ""}
        />
        {rows.map((indicator, index) => (
          <fieldset key={index}>
            <legend>{t("row", { number: index + 1 })}</legend>
            <TextField
              name={`number.${index}`}
              label={t("number")}
              defaultValue={indicator?.number ?? ""}
              optional
            />
            <TextField
              name={`label.${index}`}
              label={t("label")}
              defaultValue={indicator?.label ?? ""}
              optional
            />
            <SelectField
              name={`control.${index}`}
              label={t("control")}
              defaultValue={indicator?.control ?? ""}
              options={[
                { value: "", label: t("controlUnknown") },
                ...["R", "D1", "D2", "n.v.t."].map((value) => ({ value, label: value })),
              ]}
            />
            <SelectField
              name={`measure.${index}`}
              label={t("measure")}
              defaultValue={indicator?.measure ?? ""}
              options={[
                { value: "", label: t("byMunicipality") },
                ...SISA_MEASURES.map((value) => ({ value, label: measures(value) })),
              ]}
            />
          </fieldset>
        ))}
        <TextField
          name="source"
          label={t("source")}
          hint={t("sourceHint")}
          defaultValue={current?.source ?? ""}
        />
        <TextareaField name="reason" label={t("reason")} hint={t("reasonHint")} />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
