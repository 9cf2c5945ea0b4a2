import { useLocale, useTranslations } from "next-intl";
import { type Step, Steps } from "@/components/signs/steps";
import type { ReportEventRow, ReportFile } from "@/lib/domain/reports/report-file";
import type { ReportStatus } from "@/lib/domain/reports/report-status";
import { dateInAmsterdam, instant, shortDate } from "@/lib/views/dates";

const REACHED: Readonly<Record<ReportStatus, number>> = {
  draft: 1,
  returned: 1,
  submitted: 2,
  signed: 3,
  accepted: 5,
};

/** Where the report stands, who did what, and who is next. */
export function ReportSteps({ report }: { report: Pick<ReportFile, "header" | "events"> }) {
  const t = useTranslations("reports.steps");
  const locale = useLocale();
  const { header, events } = report;
  const now = REACHED[header.status];
  const on = (at: Date) => shortDate(dateInAmsterdam(at), locale);
  const last = (action: ReportEventRow["action"]) => events.find((event) => event.action === action);
  const did = (action: ReportEventRow["action"]) => {
    const event = last(action);
    return event === undefined ? undefined : t("byOn", { who: event.personName, date: on(event.at) });
  };
  const waiting = [
    "",
    t("saved", { time: instant(header.updatedAt, locale) }),
    t("bySigner", { municipality: header.municipalityName }),
    header.ministryName === null ? "" : t("by", { who: header.ministryName }),
    t("inLedger"),
  ];
  const told = [on(header.createdAt), did("submitted"), did("signed"), did("accepted"), t("inLedger")];
  const titles = [t("opened"), t("draft"), t("sign"), t("review"), t("post")];
  const steps = titles.map((title, index): Step => {
    if (index < now) return { title, detail: told[index], state: "done" };
    return { title, detail: waiting[index], state: index === now ? "now" : "later" };
  });
  return <Steps label={t("label")} steps={steps} />;
}
