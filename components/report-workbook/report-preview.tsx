import { useTranslations } from "next-intl";
import type { CellCounts } from "@/lib/domain/report-workbook/outcome";
import type { Finding } from "@/lib/domain/reports/finding";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { type FaultLine, FaultTable } from "../entry/fault-table";
import { ActionForm } from "../forms/action-form";
import type { FormAction } from "../forms/form-state";
import { SubmitButton } from "../forms/submit-button";
import { Reason } from "../reports/blocking-list";
import { Alert } from "../signs/alert";
import { KeyFigures } from "../signs/key-figures";
import { type ChangeLine, ChangeTable } from "./change-table";

type ReportPreviewProps = {
  counts: CellCounts;
  faults: readonly FaultLine[];
  faultCount: number;
  changes: readonly ChangeLine[];
  changeCount: number;
  /** What would stand in the way of submitting the report with these changes. */
  findings: readonly Finding[];
  report: Pick<ReportFile, "lines" | "results" | "findings">;
  faultsHref: string;
  again: string;
  /** Absent when this reader cannot take it over, or it has been. */
  action?: FormAction;
};

const MOST_WARNINGS = 20;

/** What a file would do to the report before it does anything: all of it, or with a single fault nothing. */
export function ReportPreview(props: ReportPreviewProps) {
  const { counts, faults, faultCount, changes, changeCount, findings, report, faultsHref, again, action } =
    props;
  const t = useTranslations("workbook.preview");
  return (
    <>
      <KeyFigures
        figures={[
          { label: t("states.new"), figure: String(counts.new), sub: t("cells") },
          { label: t("states.changed"), figure: String(counts.changed), sub: t("cells") },
          {
            label: t("states.unchanged"),
            figure: String(counts.unchanged),
            sub: counts.kept > 0 ? t("kept", { kept: counts.kept }) : t("cells"),
          },
          {
            label: t("states.refused"),
            figure: String(counts.refused),
            sub: t("cells"),
            tone: counts.refused > 0 ? "error" : undefined,
          },
        ]}
      />
      {counts.absent > 0 && <p className="small muted">{t("absent", { absent: counts.absent })}</p>}
      {faultCount > 0 && (
        <>
          <div className="section">
            <Alert id="fouten" tone="block" title={t("faultsTitle", { cells: counts.refused })}>
              <p>{t("faultsText")}</p>
              <p className="actions">
                <a className="button button-second" href={faultsHref} download>
                  {t("faultsDownload")}
                </a>
                <a href={again}>{t("again")}</a>
              </p>
            </Alert>
          </div>
          <FaultTable faults={faults} total={faultCount} />
        </>
      )}
      {faultCount === 0 && changeCount === 0 && (
        <Alert id="niets" title={t("nothingTitle")}>
          <p>{t("nothingText")}</p>
        </Alert>
      )}
      {action && faultCount === 0 && changeCount > 0 && (
        <section className="section" aria-labelledby="overnemen">
          <h2 id="overnemen">{t("confirmTitle", { cells: changeCount })}</h2>
          <p>{t("confirmText")}</p>
          <ActionForm action={action} title={t("title")} refusal={t("refusal")}>
            <SubmitButton>{t("confirm")}</SubmitButton>
          </ActionForm>
        </section>
      )}
      {action && findings.length > 0 && (
        <div className="section">
          <Alert
            id="waarschuwingen"
            tone="warn"
            title={t(changeCount === 0 ? "warningsNow" : "warnings", { count: findings.length })}
          >
            <p>{t("warningsText")}</p>
            <ol>
              {findings.slice(0, MOST_WARNINGS).map((finding) => (
                <Reason
                  key={`${finding.code}${finding.problem}${finding.field ?? ""}`}
                  finding={finding}
                  report={report}
                  linked={false}
                />
              ))}
            </ol>
            {findings.length > MOST_WARNINGS && (
              <p>{t("more", { count: findings.length - MOST_WARNINGS })}</p>
            )}
          </Alert>
        </div>
      )}
      {changes.length > 0 && <ChangeTable changes={changes} total={changeCount} />}
    </>
  );
}
