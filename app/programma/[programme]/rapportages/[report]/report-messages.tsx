import { useLocale, useTranslations } from "next-intl";
import { useSubjectName } from "@/components/reports/subject-name";
import { Alert } from "@/components/signs/alert";
import { lastReturn, openPlaces } from "@/lib/domain/reports/remarks";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { instant, longDate, longInstant } from "@/lib/views/dates";

/** How long after a save somebody counts as still at work. */
const RECENT_MS = 10 * 60_000;

const DONE = ["opened", "saved", "blocked", "submitted", "signed", "returned", "accepted", "said"] as const;

type ReportMessagesProps = {
  report: ReportFile;
  done: string | string[] | undefined;
  /** Person id of who looks. */
  viewer: string | null;
};

/** What was just done, why the report came back, and who reviews it when that is not this reader. */
export function ReportMessages({ report, done, viewer }: ReportMessagesProps) {
  const t = useTranslations("reports");
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
      {back !== undefined && <GivenBack report={report} who={back.personName} at={back.at} />}
      {steps.fill && <SomebodyElse report={report} viewer={viewer} />}
    </>
  );
}

/** Every reason with what it is about, and whether the rest stays closed. */
function GivenBack({ report, who, at }: { report: ReportFile; who: string; at: Date }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const nameOf = useSubjectName(report);
  const reasons = lastReturn(report.remarks, report.header.round);
  const places = openPlaces(report.header.status, report.header.round, report.remarks);
  const before = reasons.find(({ answerBy }) => answerBy !== null)?.answerBy ?? null;
  return (
    <Alert id="teruggegeven" tone="warn" title={t("returnedBy.title", { who })}>
      <ul>
        {reasons.map(({ id, subject, text }) => (
          <li key={id}>
            {subject.is !== "whole" && <strong>{nameOf(subject)}: </strong>}
            {text}
          </li>
        ))}
      </ul>
      {before !== null && <p>{t("returnedBy.before", { date: longDate(before, locale) })}</p>}
      {report.steps.fill && (
        <p className="small muted">
          {t(places.all ? "returnedBy.at" : "returnedBy.atParts", { date: longInstant(at, locale) })}
        </p>
      )}
    </Alert>
  );
}

/** A colleague who saved a moment ago may still be at it. */
function SomebodyElse({ report: { header }, viewer }: { report: ReportFile; viewer: string | null }) {
  const t = useTranslations("reports.presence");
  const locale = useLocale();
  const { savedBy, savedByName, updatedAt } = header;
  if (savedBy === null || savedByName === null || savedBy === viewer) return null;
  if (Date.now() - updatedAt.getTime() > RECENT_MS) return null;
  return (
    <Alert id="ook-bezig" title={t("title", { who: savedByName })}>
      <p>{t("text", { time: instant(updatedAt, locale) })}</p>
    </Alert>
  );
}
