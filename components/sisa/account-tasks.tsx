import { useLocale, useTranslations } from "next-intl";
import { type Task, TaskList } from "@/components/signs/task-list";
import type { OpenAccounts } from "@/lib/domain/sisa/open-accounts";
import { shortDate } from "@/lib/views/dates";
import { sisaPath } from "@/lib/views/sisa";
import { CbsTag } from "./cbs-answer";

/** SiSa versions that wait for this reader. */
export function AccountTasks({
  accounts,
  programme,
}: {
  accounts: readonly OpenAccounts[];
  programme: string;
}) {
  const t = useTranslations("sisa.work");
  const locale = useLocale();
  if (accounts.length === 0) return null;
  const tasks = accounts.map(({ id, what, year, version, preparedBy, reason, answeredOn }): Task => {
    const facts = { year: String(year), version };
    const page = `${sisaPath(programme)}/versies/${id}`;
    return what === "waiting"
      ? { href: page, title: t("deliver", facts), text: t("preparedBy", { name: preparedBy }) }
      : {
          href: `${page}#cbs`,
          title: t("mend", facts),
          text: t("because", {
            date: answeredOn === null ? "" : shortDate(answeredOn, locale),
            reason: reason ?? "",
          }),
          tag: <CbsTag answer="not_plausible" />,
        };
  });
  return (
    <section className="section" aria-labelledby="sisa">
      <h2 id="sisa">SiSa</h2>
      <TaskList tasks={tasks} />
    </section>
  );
}
