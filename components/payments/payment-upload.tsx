import { useTranslations } from "next-intl";
import { Switch } from "@/components/signs/switch";

const COLUMNS = ["paidOn", "amount", "reference", "counterparty", "text"] as const;

type PaymentUploadProps = {
  action: string;
  columns: Readonly<Record<(typeof COLUMNS)[number], string>>;
  /** The source whose columns stand here, and every one that is known. */
  source: string;
  sources: readonly string[];
  /** The address of the page itself. */
  here: string;
};

/** A payment file goes to a route handler as it is; the columns are only for a csv, and kept for its source. */
export function PaymentUpload({ action, columns, source, sources, here }: PaymentUploadProps) {
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
        {sources.length > 0 && (
          <Switch
            label={t("known")}
            options={[...sources, ""].map((name) => ({
              label: name === "" ? t("newSource") : name,
              href: `${here}?bron=${encodeURIComponent(name)}`,
              current: name === source,
            }))}
          />
        )}
        <div className="field field-m above-s">
          <label htmlFor="bron">{t("source")}</label>
          <span className="hint" id="bron-hint">
            {t("sourceHint")}
          </span>
          <input
            type="text"
            id="bron"
            name="source"
            defaultValue={source}
            maxLength={60}
            autoComplete="off"
            aria-describedby="bron-hint"
            key={`bron ${source}`}
          />
        </div>
        {COLUMNS.map((column) => (
          <div className="field field-m" key={`${column} ${source}`}>
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
