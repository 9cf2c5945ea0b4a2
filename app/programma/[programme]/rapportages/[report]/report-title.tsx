import { useLocale, useTranslations } from "next-intl";
import { StateTags } from "@/components/reports/state-tags";
import { PageTitle } from "@/components/shell/page-title";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { askedLines } from "@/lib/domain/reports/report-line";
import { isOpenFor } from "@/lib/domain/reports/report-status";
import { isReportedZero } from "@/lib/domain/reports/totals";
import { dueIn, longDate } from "@/lib/views/dates";

/** Which report this is, what period it is about, until when it can be submitted, and how it stands. */
export function ReportTitle({ report, title }: { report: ReportFile; title: string }) {
  const t = useTranslations("reports.header");
  const locale = useLocale();
  const { header, lines, today } = report;
  const due = longDate(header.dueOn, locale);
  const open = isOpenFor(header.status, "save");
  const zero = header.status === "accepted" && isReportedZero(askedLines(lines));
  const lead = t("lead", {
    municipality: header.municipalityName,
    stream: header.streamName,
    tranche: header.trancheName,
    from: longDate(header.startsOn, locale),
    to: longDate(header.endsOn, locale),
  });
  const until = open
    ? t("due", { date: due, left: dueIn(header.dueOn, today, locale) })
    : t("dueDone", { date: due });
  const row = {
    state: zero ? ("reportedZero" as const) : header.status,
    overdue: open && report.period.dueOn < today,
    dueOn: header.dueOn,
  };
  return (
    <PageTitle title={title} lead={`${lead} ${until}`}>
      <div className="state-cell">
        <StateTags row={row} today={today} />
      </div>
    </PageTitle>
  );
}
