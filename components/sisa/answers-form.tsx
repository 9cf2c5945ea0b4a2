import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { DateField } from "@/components/forms/date-field";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import type { DeliveredScheme } from "@/lib/domain/sisa/content";
import { shortDate } from "@/lib/views/dates";
import { euro, typedEuros } from "@/lib/views/money";
import type { ShownRow } from "@/lib/views/sisa";

type Props = {
  action: FormAction;
  idempotencyKey: string;
  version: number;
  year: number;
  adoptedOn: string | null;
  rows: readonly ShownRow[];
  schemes: readonly DeliveredScheme[];
  /** Delivered and unchanged: the form is there for who needs a correction, and out of the way for who reads. */
  folded: boolean;
  /** So many decisions that a scheme of which all is answered is folded away. */
  long: boolean;
};

/** What only the municipality knows: final or not, errors, uncertainties, and why something is as it is. */
export function AnswersForm(props: Props) {
  const { action, idempotencyKey, version, year, adoptedOn, rows, schemes, folded, long } = props;
  const t = useTranslations("sisa.answers");
  const form = (
    <ActionForm action={action} title={t("title")} refusal={t("refusal")} className="sisa-answers">
      <HiddenField name="idempotencyKey" value={idempotencyKey} />
      <HiddenField name="version" value={String(version)} />
      <DateField
        name="adoptedOn"
        label={t("adoptedOn", { year: String(year) })}
        hint={t("adoptedHint")}
        defaultValue={adoptedOn === null ? "" : shortDate(adoptedOn, "nl")}
        optional
      />
      {schemes.map(({ stream, name }) => {
        const mine = rows.flatMap((row, index) => (row.stream === stream ? [{ row, index }] : []));
        const open = mine.filter(({ row }) => !isAnswered(row)).length;
        return (
          <details className="sisa-group" open={open > 0 || !long} key={stream}>
            <summary>
              {name}
              <span className="sisa-aside">{t("group", { count: mine.length, open })}</span>
            </summary>
            {mine.map(({ row, index }) => (
              <Decision key={row.key} row={row} index={index} year={year} />
            ))}
          </details>
        );
      })}
      <div className="actions">
        <SubmitButton look="second">{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
  return (
    <section className="section" aria-labelledby="aanvullen">
      <h2 id="aanvullen">{t("title")}</h2>
      <p>{t("text")}</p>
      {folded ? (
        <details>
          <summary>{t("again")}</summary>
          <p>{t("againText")}</p>
          {form}
        </details>
      ) : (
        form
      )}
    </section>
  );
}

const isAnswered = ({ final, errors, uncertainties }: ShownRow): boolean =>
  final !== null && errors !== null && uncertainties !== null;

/** The answers about one decision; `index` ties its fields together. */
function Decision({ row, index, year }: { row: ShownRow; index: number; year: number }) {
  const t = useTranslations("sisa.answers");
  const locale = useLocale();
  return (
    <fieldset>
      <legend>
        {row.decisions.map(({ number }) => number).join(", ")}{" "}
        <span className="sisa-aside">
          {row.spent === null
            ? t("spentUnknown")
            : t("spent", { amount: euro(row.spent, locale), year: String(year) })}
        </span>
      </legend>
      <HiddenField name={`row.${index}`} value={row.key} />
      <SelectField
        name={`final.${index}`}
        label={t("final")}
        defaultValue={row.final === null ? "" : row.final ? "ja" : "nee"}
        options={[
          { value: "", label: t("choose") },
          { value: "nee", label: t("no") },
          { value: "ja", label: t("yes") },
        ]}
      />
      <MoneyField
        name={`errors.${index}`}
        label={t("errors")}
        defaultValue={row.errors === null ? "" : typedEuros(row.errors)}
      />
      <MoneyField
        name={`uncertainties.${index}`}
        label={t("uncertainties")}
        defaultValue={row.uncertainties === null ? "" : typedEuros(row.uncertainties)}
      />
      <TextField
        name={`note.${index}`}
        label={t("note")}
        defaultValue={row.note ?? ""}
        maxLength={1000}
        optional
      />
    </fieldset>
  );
}
