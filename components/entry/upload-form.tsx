import { useTranslations } from "next-intl";
import { HiddenField } from "../forms/hidden-field";

type UploadFormProps = {
  /** Of a workbook with allocations. */
  trancheId?: string;
  /** Where the file goes; absent when nothing can be brought now. */
  action?: string;
  download: string;
  /** What is in the workbook. */
  contents: string;
};

/** Download, fill in, and bring back: two steps on one page. A plain form, because it must work without script. */
export function UploadForm({ trancheId, action, download, contents }: UploadFormProps) {
  const t = useTranslations("entry.upload");
  return (
    <div className="cols cols-1-1 section">
      <section aria-labelledby="ophalen">
        <h2 id="ophalen">{t("downloadTitle")}</h2>
        <p>{contents}</p>
        <p className="actions">
          <a className="button button-second" href={download} download>
            {t("download")}
          </a>
        </p>
      </section>
      {action !== undefined && (
        <section aria-labelledby="inleveren">
          <h2 id="inleveren">{t("uploadTitle")}</h2>
          <form action={action} method="post" encType="multipart/form-data">
            {trancheId !== undefined && <HiddenField name="tranche" value={trancheId} />}
            <div className="field">
              <label htmlFor="file">{t("file")}</label>
              <span className="hint" id="file-hint">
                {t("fileHint")}
              </span>
              <input
                id="file"
                name="file"
                type="file"
                required
                accept=".xlsx,.csv"
                aria-describedby="file-hint"
              />
            </div>
            <button className="button" type="submit">
              {t("upload")}
            </button>
          </form>
        </section>
      )}
    </div>
  );
}
