import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { type ColumnMapping, LEDGER_COLUMNS } from "@/lib/domain/own-ledger/columns";
import type { Grid } from "@/lib/domain/own-ledger/grid";

type ColumnFormProps = {
  action: FormAction;
  title: string;
  uploadId: string;
  version: number;
  grid: Grid;
  columns: ColumnMapping;
};

const NEEDED: readonly string[] = ["date", "number", "account"];
const SAMPLE = 3;

/** Which heading of the file is what. Asked once: the next file with the same headings is read by it. */
export function ColumnForm({ action, title, uploadId, version, grid, columns }: ColumnFormProps) {
  const t = useTranslations("ownLedger.columns");
  const headings = [...new Set(grid.headings.filter((heading) => heading !== ""))];
  return (
    <section className="section" aria-labelledby="kolommen">
      <h2 id="kolommen">{t("title")}</h2>
      <p>{t("text")}</p>
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
                  <td key={index}>{cell?.text ?? ""}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <ActionForm action={action} title={title} refusal={t("refusal")}>
        <HiddenField name="uploadId" value={uploadId} />
        <HiddenField name="version" value={String(version)} />
        {LEDGER_COLUMNS.map((column) => (
          <SelectField
            key={column}
            name={column}
            label={t(`names.${column}`)}
            hint={t(`hints.${column}`)}
            optional={!NEEDED.includes(column)}
            placeholder={t(NEEDED.includes(column) ? "choose" : "none")}
            defaultValue={columns[column] ?? ""}
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
