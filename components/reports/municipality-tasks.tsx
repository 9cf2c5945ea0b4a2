import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Task, TaskList } from "@/components/signs/task-list";
import { cents } from "@/lib/domain/money";
import type { MunicipalityTask } from "@/lib/domain/reports/municipality-work";
import { longDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { reportPath } from "@/lib/views/reports";
import { StateTags } from "./state-tags";

type MunicipalityTasksProps = { tasks: readonly MunicipalityTask[]; programme: string; today: string };

/** Reports that wait for this reader, late ones first. */
export function MunicipalityTasks({ tasks, programme, today }: MunicipalityTasksProps) {
  const t = useTranslations("reports");
  const listed = tasks.map((task): Task => {
    const { state, reportId } = task;
    const report = t("reportOf", {
      stream: task.streamName,
      year: String(task.year),
      period: task.period,
      periods: task.periods,
    });
    const asked =
      state === "submitted"
        ? "sign"
        : state === "returned"
          ? "returned"
          : reportId === null
            ? "missing"
            : "fill";
    return {
      href:
        reportId === null
          ? `${reportPath(programme)}?geldstroom=${encodeURIComponent(task.streamCode)}&jaar=${task.year}`
          : reportPath(programme, reportId),
      title: t(`work.${asked}`, { report }),
      text: <TaskText task={task} />,
      tag: (
        <span className="state-cell">
          <StateTags row={task} today={today} />
        </span>
      ),
    };
  });
  return <TaskList tasks={listed} />;
}

function TaskText({ task }: { task: MunicipalityTask }): ReactNode {
  const t = useTranslations("reports.work");
  const locale = useLocale();
  const date = longDate(task.dueOn, locale);
  if (task.reportId === null) return t("notOpened", { date });
  if (task.returned !== null) return t("because", { reason: task.returned.reason, who: task.returned.who });
  const { lines } = task;
  if (task.state === "submitted")
    return t("toSign", { amount: euro(cents(task.spent ?? 0n), locale), lines });
  return t("lines", { filled: lines - task.empty, lines, date });
}
