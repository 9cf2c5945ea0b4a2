import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { givenText } from "@/lib/domain/entry/sheet-row";
import type { Grid, GridRow } from "@/lib/domain/own-ledger/grid";
import { shortDate } from "@/lib/views/dates";
import type { Locale } from "@/lib/views/locale";

export type ColumnField = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly needed: boolean;
};

type ColumnFormProps = {
  action: FormAction;
  title: string;
  /** What it is kept for. */
  text: string;
  /** Which file, and which version was shown. */
  hidden: Readonly<Record<string, string>>;
  grid: Grid;
  fields: readonly ColumnField[];
  columns: Readonly<Record<string, string | undefined>>;
};

const SAMPLE = 3;

/** A cell as the spreadsheet shows it: a day as a day, and never as the number it is kept as. */
function shown(cell: GridRow["cells"][number], locale: Locale): string {
  if (!cell) return "";
  return cell.day === undefined ? givenText(cell) : shortDate(cell.day, locale);
}

/** Which heading of the file is what. Asked once: the next file with the same headings is read by it. */
export function ColumnForm({ action, title, text, hidden, grid, fields, columns }: ColumnFormProps) {
  const [t, locale] = [useTranslations("ownLedger.columns"), useLocale()];
  const headings = [...new Set(grid.headings.filter((heading) => heading !== ""))];
  return (
    <section className="section" aria-labelledby="kolommen">
      <h2 id="kolommen">{t("title")}</h2>
      <p>{text}</p>
      <ScrollRegion label={t("sample")}>
        <table className="compact below-m">
          <caption>
            {t("sample")}
            <span className="muted">{grid.sheet}</span>
          </caption>
          <thead>
            <tr>
              {grid.headings.map((heading, index) => (
                <th scope="col" key={index}>
                  {heading === "" ? t("unnamed") : heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.slice(0, SAMPLE).map(({ row, cells }) => (
              <tr key={row}>
                {cells.map((cell, index) => (
                  <td key={index}>{shown(cell, locale)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <ActionForm action={action} title={title} refusal={t("refusal")}>
        {Object.entries(hidden).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        {fields.map(({ name, label, hint, needed }) => (
          <SelectField
            key={name}
            name={name}
            label={label}
            hint={hint}
            optional={!needed}
            placeholder={t(needed ? "choose" : "none")}
            defaultValue={columns[name] ?? ""}
            options={headings.map((heading) => ({ value: heading, label: heading }))}
          />
        ))}
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  );
}
