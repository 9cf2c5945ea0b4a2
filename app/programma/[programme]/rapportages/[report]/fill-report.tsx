import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import { useFormTexts } from "@/components/forms/form-texts";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { BlockingList } from "@/components/reports/blocking-list";
import { LineHelp } from "@/components/reports/line-help";
import { ReportForm } from "@/components/reports/report-form";
import { ReportLines } from "@/components/reports/report-lines";
import { useReportNames } from "@/components/reports/report-names";
import { ReportResults } from "@/components/reports/report-results";
import { WholeQuestions } from "@/components/reports/whole-questions";
import { Alert } from "@/components/signs/alert";
import { standsInTheWay } from "@/lib/domain/reports/check-report";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import type { ReportOfficer } from "@/lib/domain/reports/report-officer";
import { recently } from "@/lib/views/dates";
import type { Locale } from "@/lib/views/locale";
import { typedFields } from "@/lib/views/report-fields";
import { saveReportAction } from "./actions";

type FillReportProps = {
  report: ReportFile;
  programme: string;
  title: string;
  locale: Locale;
  fillExempt: boolean;
  /** Whom at the ministry to ask. */
  officers: readonly ReportOfficer[];
};

/** The report as its coordinator fills it. Submitting appears when nothing stands in the way any more. */
export function FillReport({ report, programme, title, locale, fillExempt, officers }: FillReportProps) {
  const t = useTranslations("reports");
  const shell = useTranslations("shell");
  const ready = !report.findings.some(standsInTheWay);
  const { header } = report;
  const saved = t("auto.saved", { time: recently(header.updatedAt, new Date(), locale) });
  return (
    <>
      <BlockingList report={report} stage="submit" />
      {ready && (
        <Alert id="klaar" tone="ok" title={t("blocked.none")}>
          <p>{t("blocked.noneText")}</p>
        </Alert>
      )}
      <ReportForm
        action={saveReportAction.bind(null, programme)}
        texts={{ ...useFormTexts(t("form.refusal")), names: useReportNames(report) }}
        words={{
          busy: t("auto.busy"),
          refused: t("auto.unreadable"),
          failed: t("auto.failed"),
          paused: t("auto.paused"),
        }}
        documentTitle={shell("documentTitle", { title: `${title}, ${header.streamName}` })}
        version={header.version}
        held={typedFields(report)}
        saved={saved}
        actions={
          <>
            {/* First, because the Enter key presses the first button of a form. */}
            <SubmitButton name="intent" value="save" look={ready ? "second" : "primary"}>
              {t("actions.save")}
            </SubmitButton>
            {ready && (
              <SubmitButton name="intent" value="submit">
                {t("actions.submit")}
              </SubmitButton>
            )}
            {!ready && <span className="small muted">{t("actions.submitHint")}</span>}
          </>
        }
      >
        <HiddenField name="idempotencyKey" value={randomUUID()} />
        <HiddenField name="submitKey" value={randomUUID()} />
        <HiddenField name="report" value={header.id} />
        <LineHelp ministry={header.ministryName} officers={officers} />
        <WholeQuestions findings={report.findings} />
        <ReportLines report={report} editing fillExempt={fillExempt} />
        <p className="small muted above-s flush">{t("actions.notation")}</p>
        <ReportResults report={report} editing />
      </ReportForm>
    </>
  );
}
