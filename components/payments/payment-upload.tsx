import { useTranslations } from "next-intl";

const COLUMNS = ["paidOn", "amount", "reference", "counterparty", "text"] as const;

type PaymentUploadProps = {
  action: string;
  columns: Readonly<Record<(typeof COLUMNS)[number], string>>;
};

/** A payment file goes to a route handler as it is; the columns are only for a csv, and kept. */
export function PaymentUpload({ action, columns }: PaymentUploadProps) {
  const t = useTranslations("payments.upload");
  return (
    <form action={action} method="post" encType="multipart/form-data">
      <div className="field">
        <label htmlFor="bestand">{t("file")}</label>
        <span className="hint" id="bestand-hint">
          {t("hint")}
        </span>
        <input
          type="file"
          id="bestand"
          name="file"
          accept=".xml,.csv,.txt,application/xml,text/csv"
          aria-describedby="bestand-hint"
          required
        />
      </div>
      <fieldset>
        <legend className="group">{t("columns")}</legend>
        <p className="small muted">{t("columnsHint")}</p>
        {COLUMNS.map((column) => (
          <div className="field field-m" key={column}>
            <label htmlFor={`kolom-${column}`}>{t(column)}</label>
            <input
              type="text"
              id={`kolom-${column}`}
              name={column}
              defaultValue={columns[column]}
              autoComplete="off"
            />
          </div>
        ))}
      </fieldset>
      <div className="actions">
        <button type="submit" className="button">
          {t("submit")}
        </button>
      </div>
    </form>
  );
}
