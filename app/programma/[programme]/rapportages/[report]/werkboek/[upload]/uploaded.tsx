import { getLocale, getTranslations } from "next-intl/server";
import type { ChangeLine } from "@/components/report-workbook/change-table";
import { ReportPreview } from "@/components/report-workbook/report-preview";
import { Alert } from "@/components/signs/alert";
import type { Grant } from "@/lib/domain/access";
import { projectPlace } from "@/lib/domain/report-workbook/named-project";
import { changesOf, type PlacedChange } from "@/lib/domain/report-workbook/outcome";
import { yearsOf } from "@/lib/domain/report-workbook/report-columns";
import type { FoundInFile, ReportUpload } from "@/lib/domain/report-workbook/report-upload";
import type { ReportSheet } from "@/lib/domain/report-workbook/template";
import { withChanges } from "@/lib/domain/report-workbook/with-changes";
import { standsInTheWay } from "@/lib/domain/reports/check-report";
import type { Finding } from "@/lib/domain/reports/finding";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { runRules } from "@/lib/domain/reports/rule-engine";
import { listReportUploads } from "@/lib/queries/report-workbook/find-report-upload";
import { longInstant } from "@/lib/views/dates";
import type { Locale } from "@/lib/views/locale";
import { countsOf } from "../earlier";
import { reportHeadings } from "../report-words";
import { applyUploadAction } from "./actions";
import { columnAt, reportFaults } from "./report-faults";

type UploadedProps = {
  grant: Grant<"report:read">;
  programme: string;
  report: ReportFile;
  upload: ReportUpload;
  found: FoundInFile;
  base: string;
};

/** More than these are in the workbook that one gets back, and in the report itself. */
const MOST_SHOWN = 200;

/** What a file that was read would do, or did. */
export async function Uploaded({ grant, programme, report, upload, found, base }: UploadedProps) {
  const [t, locale] = [await getTranslations("workbook.preview"), await getLocale()];
  const titles = await reportHeadings(locale);
  const changes = changesOf(found.rows);
  const faultCount = found.rows.reduce((count, { reasons }) => count + reasons.length, 0);
  const { applied } = upload;
  const open = report.steps.fill && applied === null;
  const place = { programme, report: report.header.id, upload: upload.id };
  const version = String(upload.reportVersion);
  const before = (await listReportUploads(grant, report.header.id)).find(
    ({ id, sha256, uploadedAt }) =>
      id !== upload.id && sha256 === upload.sha256 && uploadedAt < upload.uploadedAt,
  );
  return (
    <>
      {applied !== null && (
        <Alert id="overgenomen" tone="ok" title={t("appliedTitle", { cells: applied.cells })} announce>
          <p>
            {t("appliedText", {
              who: applied.personName,
              at: longInstant(applied.at, locale),
              version: String(applied.version),
            })}
          </p>
        </Alert>
      )}
      {!report.steps.fill && applied === null && changes.length > 0 && (
        <Alert id="gesloten" title={t("closed")} />
      )}
      <ReportPreview
        counts={countsOf(upload)}
        faults={await reportFaults(found, titles, yearsOf(report.lines), MOST_SHOWN)}
        faultCount={faultCount}
        changes={changes.slice(0, MOST_SHOWN).map((change) => changeLine(change, report, titles, locale))}
        changeCount={changes.length}
        findings={open && faultCount === 0 ? findingsAfter(report, changes) : []}
        report={report}
        faultsHref={`${base}/${upload.id}/fouten`}
        again={base}
        action={open ? applyUploadAction.bind(null, place) : undefined}
      />
      <p className="small muted above-s">
        {found.madeFrom === null
          ? t("plain", { version })
          : t("madeFrom", { made: String(found.madeFrom), version })}
        {before !== undefined && ` ${t("sameAs", { at: longInstant(before.uploadedAt, locale) })}`}
      </p>
      <p className="actions">
        <a href={`${base}/${upload.id}/bestand`} download>
          {t("original")}
        </a>
        <a href={base.replace(/\/werkboek$/, "")}>{t("toReport")}</a>
      </p>
    </>
  );
}

/** What the rules would say of the report with these changes: a draft may have it, a report that is submitted not. */
function findingsAfter(report: ReportFile, changes: readonly PlacedChange[]): Finding[] {
  const { period, today, earlier, evidence, known, standing } = report;
  const filled = withChanges(report, changes);
  return runRules(
    {
      period,
      today,
      stage: "submit",
      earlier,
      evidence,
      known: { ...known, sameAsReturned: false },
      openQuestions: 0,
      ...filled,
    },
    standing,
  ).filter(standsInTheWay);
}

function changeLine(
  { sheet, id, column, old, new: next }: PlacedChange,
  report: ReportFile,
  titles: Readonly<Record<ReportSheet, Readonly<Record<string, readonly string[]>>>>,
  locale: Locale,
): ChangeLine {
  const project = sheet === "projects" ? projectPlace(id) : null;
  const key = project === null ? id : project.line;
  const line = sheet === "results" ? undefined : report.lines.find((one) => one.key === key);
  const result = sheet === "results" ? report.results.find((one) => one.key === id) : undefined;
  const [theme, indicator] =
    locale === "en" ? [line?.themeNameEn, result?.nameEn] : [line?.themeNameNl, result?.nameNl];
  const { title, kind } = columnAt(yearsOf(report.lines), titles, sheet, column);
  const place = line === undefined ? (indicator ?? id) : `${line.areaName}, ${theme}`;
  return {
    row: project === null ? place : `${place}, project ${project.position}`,
    column: title,
    kind,
    old,
    new: next,
  };
}
