import { getLocale, getTranslations } from "next-intl/server";
import { MunicipalityFigures } from "@/components/reports/municipality-figures";
import { MunicipalityTasks } from "@/components/reports/municipality-tasks";
import { RecentChanges } from "@/components/reports/recent-changes";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { TaskList } from "@/components/signs/task-list";
import { AccountTasks } from "@/components/sisa/account-tasks";
import { authorize } from "@/lib/auth/authorize";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { findMunicipalityWork } from "@/lib/queries/reports/municipality-work";
import { findOpenAccounts } from "@/lib/queries/sisa/find-open-accounts";
import { dateInAmsterdam, longInstant } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";
import { auditQuestions } from "./audit-questions";
import { BalancesThatDiffer } from "./balances-that-differ";
import "@/app/styles/reports.css";

/** The home of a coordinator or signer: what waits for them, how the money stands, what changed. */
export async function MunicipalityWork({ programme }: { programme: ProgrammeRow }) {
  const grant = await authorize("report:read");
  const [t, locale] = [await getTranslations("reports.work"), await getLocale()];
  const now = new Date();
  const today = dateInAmsterdam(now);
  const work = await findMunicipalityWork(grant, programme.id, today);
  const accounts = await findOpenAccounts(grant, programme.id);
  const questions = await auditQuestions(programme, today);
  const late = work.tasks.filter(({ overdue }) => overdue).length;
  const path = reportPath(programme.code);
  const tasks = work.tasks.length + accounts.length + questions.length;
  return (
    <>
      <PageTitle title={t("title")} lead={t("lead", { tasks, late, now: longInstant(now, locale) })} />
      <BalancesThatDiffer programme={programme} />
      <div className="cols cols-2-1">
        <section aria-label={t("title")}>
          {questions.length > 0 && <TaskList tasks={questions} />}
          {work.tasks.length > 0 && (
            <MunicipalityTasks tasks={work.tasks} programme={programme.code} today={today} />
          )}
          {tasks === 0 && (
            <EmptyState title={t("nothing")} level={2}>
              {t.rich("nothingText", { link: (text) => <a href={path}>{text}</a> })}
            </EmptyState>
          )}
          <AccountTasks accounts={accounts} programme={programme.code} />
          <p className="small above-m">
            {work.waiting > 0 && <>{t("waiting", { count: work.waiting })}. </>}
            <a href={path}>{t("all")}</a>
          </p>
        </section>
        <RecentChanges changes={work.recent} programme={programme.code} now={now} />
      </div>
      <MunicipalityFigures work={work} programme={programme.code} now={now} />
    </>
  );
}
