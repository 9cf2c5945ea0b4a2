import { useTranslations } from "next-intl";
import type { OpenReport } from "@/lib/domain/own-ledger/open-report";

type LedgerUploadFormProps = { action: string; reports: readonly OpenReport[]; chosen?: string };

/** For which report, and which file. A plain form, because it must work without script. */
export function LedgerUploadForm({ action, reports, chosen }: LedgerUploadFormProps) {
  const t = useTranslations("ownLedger.upload");
  const of = useTranslations("reports");
  return (
    <form action={action} method="post" encType="multipart/form-data">
      <div className="field">
        <label htmlFor="rapportage">{t("report")}</label>
        <span className="hint" id="rapportage-hint">
          {t("reportHint")}
        </span>
        <select
          id="rapportage"
          name="report"
          aria-describedby="rapportage-hint"
          defaultValue={chosen ?? reports[0]?.id}
        >
          {reports.map(({ id, streamName, year, period, periods }) => (
            <option key={id} value={id}>
              {of("reportOf", { stream: streamName, year: String(year), period, periods })}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="bestand">{t("file")}</label>
        <span className="hint" id="bestand-hint">
          {t("fileHint")}
        </span>
        <input
          type="file"
          id="bestand"
          name="file"
          accept=".xlsx,.csv,.txt"
          aria-describedby="bestand-hint"
          required
        />
      </div>
      <div className="actions">
        <button type="submit" className="button">
          {t("submit")}
        </button>
      </div>
    </form>
  );
}
