import { useLocale, useTranslations } from "next-intl";
import { StatusTag } from "@/components/signs/status-tag";
import { type Task, TaskList } from "@/components/signs/task-list";
import type { MinistryTask } from "@/lib/domain/work";
import { shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";

/** What waits at a ministry, each with the page where it is done. */
export function MinistryTasks({ tasks, base }: { tasks: readonly MinistryTask[]; base: string }) {
  return <TaskList tasks={tasks.map((task) => shown(task, base))} />;
}

const STATUS = { approve: "proposed", waiting: "proposed", returned: "returned", draft: "draft" } as const;

function shown(task: MinistryTask, base: string): Task {
  const words = { title: <Title task={task} />, text: <Text task={task} /> };
  if (task.what === "report")
    return {
      ...words,
      href: `${base}/rapportages/${task.report.id}`,
      tag: <StatusTag kind="report" status="signed" />,
    };
  if (task.what === "conflict")
    return {
      ...words,
      href: `${base}/bronconflicten/${task.conflict.code}`,
      tag: <StatusTag kind="conflict" status="open" />,
    };
  if ("stage" in task)
    return {
      ...words,
      href: `${base}/regels#wacht`,
      tag: <StatusTag kind="proposal" status="proposed" />,
    };
  if ("waiver" in task)
    return {
      ...words,
      href: `${base}/regels#vrijstelling-${task.waiver.id}`,
      tag: <StatusTag kind="proposal" status="proposed" />,
    };
  if ("batch" in task)
    return {
      ...words,
      href: `${base}/verzamelvoorstellen/${task.batch.id}?stand=${STATUS[task.what]}`,
      tag: <StatusTag kind="proposal" status={STATUS[task.what]} />,
    };
  const { id, status } = task.proposal;
  return { ...words, href: `${base}/voorstellen/${id}`, tag: <StatusTag kind="proposal" status={status} /> };
}

function Title({ task }: { task: MinistryTask }) {
  const t = useTranslations("work.ministry");
  const kinds = useTranslations("proposals.page.kinds");
  const stages = useTranslations("stages.stage");
  const locale = useLocale();
  if (task.what === "report") return t("review", { municipality: task.report.municipality });
  if (task.what === "conflict")
    return t("conflict", { title: locale === "en" ? task.conflict.titleEn : task.conflict.titleNl });
  if ("stage" in task)
    return t(task.what, { rule: task.stage.rule, stage: stages(task.stage.stage).toLowerCase() });
  if ("waiver" in task)
    return t(task.what, { rule: task.waiver.rule, municipality: task.waiver.municipality });
  if ("batch" in task) return t(task.what, { kind: t("batch"), number: task.batch.number });
  const { kind, number } = task.proposal;
  return t(task.what, { kind: kinds(kind).toLowerCase(), number });
}

function Text({ task }: { task: MinistryTask }) {
  const t = useTranslations("work.ministry");
  const reports = useTranslations("reports");
  const locale = useLocale();
  if (task.what === "report") {
    const { stream, year, period, periods } = task.report;
    return reports("reportOf", { stream, year: String(year), period, periods });
  }
  if (task.what === "conflict") return t("conflictAbout");
  if ("stage" in task)
    return t("aboutStage", { date: shortDate(task.stage.from, locale), who: task.stage.proposer });
  if ("waiver" in task) {
    const { stream, expiresOn, requester } = task.waiver;
    return t("aboutWaiver", { stream, date: shortDate(expiresOn, locale), who: requester });
  }
  if ("batch" in task) {
    const { name, author, total } = task.batch;
    const lines = task.batch[STATUS[task.what]];
    return t("aboutBatch", { name, author, lines, amount: euro(total, locale) });
  }
  const { returnedBy, returnReason, stream, place, author, total } = task.proposal;
  if (task.what === "returned" && returnedBy !== null)
    return t("because", { name: returnedBy, reason: returnReason ?? "" });
  const facts = { stream, author, amount: euro(total, locale) };
  return place === null ? t("about", facts) : t("aboutPlace", { ...facts, place });
}
