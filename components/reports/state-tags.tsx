import { useLocale } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { StatusTag } from "@/components/signs/status-tag";
import type { ReportRow } from "@/lib/domain/reports/report-overview";
import { dueIn } from "@/lib/views/dates";

type StateTagsProps = { row: Pick<ReportRow, "state" | "overdue" | "dueOn">; today: string };

/** How a report stands. Past its date it says by how much, beside what it is. */
export function StateTags({ row: { state, overdue, dueOn }, today }: StateTagsProps) {
  const locale = useLocale();
  const days = dueIn(dueOn, today, locale);
  if (state === "reportedZero") return <StatusTag kind="line" status="reportedZero" />;
  if (state === "late")
    return (
      <StatusTag kind="report" status="late">
        {days}
      </StatusTag>
    );
  if (state === "due") {
    return (
      <>
        <StatusTag kind="report" status="due" /> <span className="small muted">{days}</span>
      </>
    );
  }
  if (state === "waived") return <Absent reason="waived" />;
  if (state === "notApplicable") return <Absent reason="not_applicable" />;
  return (
    <>
      <StatusTag kind="report" status={state} />
      {overdue && (
        <>
          {" "}
          <StatusTag kind="report" status="late">
            {days}
          </StatusTag>
        </>
      )}
    </>
  );
}
