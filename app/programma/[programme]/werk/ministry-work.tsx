import { getLocale, getTranslations } from "next-intl/server";
import { ministryTasksOf } from "@/app/ministry-tasks-of";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { KeyFigures } from "@/components/signs/key-figures";
import { TaskList } from "@/components/signs/task-list";
import { MinistryTasks } from "@/components/work/ministry-tasks";
import { RecentEntries } from "@/components/work/recent-entries";
import { authorize } from "@/lib/auth/authorize";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { findMinistryWork } from "@/lib/queries/work/ministry-work";
import { dateInAmsterdam, longInstant } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { auditQuestions } from "./audit-questions";
import { BalancesThatDiffer } from "./balances-that-differ";

/** The home of an officer or approver: what waits, how the ministry's streams stand, what was posted. */
export async function MinistryWork({ programme }: { programme: ProgrammeRow }) {
  const grant = await authorize("proposal:read");
  const [t, locale] = [await getTranslations("work"), await getLocale()];
  const found = await findMinistryWork(grant, programme.id);
  const { now: tasks, waiting } = await ministryTasksOf(grant, programme.id, found);
  const { figures } = found;
  const now = new Date();
  const questions = await auditQuestions(programme, dateInAmsterdam(now));
  const base = `/programma/${programme.code}`;
  return (
    <>
      <PageTitle
        title={t("title")}
        lead={t("ministry.lead", { count: tasks.length + questions.length, now: longInstant(now, locale) })}
      />
      <BalancesThatDiffer programme={programme} />
      <div className="cols cols-2-1">
        <section aria-labelledby="wacht-op-u">
          <h2 id="wacht-op-u">{t("ministry.tasks")}</h2>
          {questions.length > 0 && <TaskList tasks={questions} />}
          {tasks.length > 0 && <MinistryTasks tasks={tasks} base={base} />}
          {tasks.length + questions.length === 0 && (
            <EmptyState title={t("ministry.nothing")} level={3}>
              {t("ministry.nothingText")}
            </EmptyState>
          )}
          {waiting.length > 0 && <MinistryTasks tasks={waiting} base={base} />}
        </section>
        <RecentEntries entries={found.recent} base={base} now={now} />
      </div>
      <section className="section" aria-labelledby="regelingen">
        <h2 id="regelingen">{t("ministry.figures")}</h2>
        <KeyFigures
          exact
          figures={[
            {
              label: t("ministry.ceiling"),
              figure: euro(figures.ceiling, locale),
              href: `${base}/plafonds`,
              sub: t("ministry.streams", { count: figures.streams }),
            },
            {
              label: t("ministry.allocated"),
              figure: euro(figures.allocated, locale),
              href: `${base}/toekenningen`,
            },
            { label: t("ministry.free"), figure: euro(figures.free, locale), href: `${base}/plafonds` },
            {
              label: t("ministry.spent"),
              figure: euro(figures.spent, locale),
              href: `${base}/rapportages`,
              sub: t("ministry.accepted"),
            },
          ]}
        />
      </section>
    </>
  );
}
