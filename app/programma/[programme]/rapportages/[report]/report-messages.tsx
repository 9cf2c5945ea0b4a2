import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { longInstant } from "@/lib/views/dates";

const DONE = ["opened", "saved", "blocked", "submitted", "signed", "returned", "accepted"] as const;

type ReportMessagesProps = { report: ReportFile; done: string | string[] | undefined };

/** What was just done, why the report came back, and who reviews it when that is not this reader. */
export function ReportMessages({ report, done }: ReportMessagesProps) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const said = DONE.find((one) => one === done);
  const { header, events, steps } = report;
  const back = header.status === "returned" ? events.find(({ action }) => action === "returned") : undefined;
  const tone = said === "blocked" ? "warn" : "ok";
  return (
    <>
      {said !== undefined && (
        <Alert id="gedaan" tone={tone} title={t(`done.${said}.title`)} announce>
          <p>{t(`done.${said}.text`)}</p>
        </Alert>
      )}
      {steps.elsewhere && header.ministryName !== null && (
        <Alert id="ander" title={t("review.notOwner", { ministry: header.ministryName })} />
      )}
      {back !== undefined && (
        <Alert id="teruggegeven" tone="warn" title={t("returnedBy.title", { who: back.personName })}>
          <p>{t("history.reason", { reason: back.reason ?? "" })}</p>
          {steps.fill && (
            <p className="small muted">{t("returnedBy.at", { date: longInstant(back.at, locale) })}</p>
          )}
        </Alert>
      )}
    </>
  );
}
