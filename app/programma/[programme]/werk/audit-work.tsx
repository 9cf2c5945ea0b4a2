import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { KeyFigures } from "@/components/signs/key-figures";
import { StatusTag } from "@/components/signs/status-tag";
import { type Task, TaskList } from "@/components/signs/task-list";
import { RecentEntries } from "@/components/work/recent-entries";
import { authorize } from "@/lib/auth/authorize";
import { ledgerHealth } from "@/lib/domain/cross-checks/ledger-health";
import { findLastRun } from "@/lib/queries/cross-checks/runs";
import { findingsAtAuditors } from "@/lib/queries/findings/findings-to-answer";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { listSamples } from "@/lib/queries/sampling/list-samples";
import { findAuditWork } from "@/lib/queries/work/audit-work";
import { checksPath, healthPath } from "@/lib/views/cross-checks";
import { dateInAmsterdam, longInstant } from "@/lib/views/dates";
import { findingsPath } from "@/lib/views/findings";
import { euro } from "@/lib/views/money";
import { samplesPath } from "@/lib/views/sampling";

/** The home of an auditor: what is open in the programme, and where to look further. */
export async function AuditWork({ programme }: { programme: ProgrammeRow }) {
  const grant = await authorize("reconciliation:read");
  const [t, locale] = [await getTranslations("work"), await getLocale()];
  const now = new Date();
  const found = await findAuditWork(grant, programme.id, dateInAmsterdam(now));
  const samples = await getTranslations("sampling.work");
  const open = await openSamples(programme.id);
  const findings = await getTranslations("findings.work");
  const atAuditors = await findingsAtAuditors(await authorize("finding:write"), programme.id);
  const checks = await checkTasks(programme);
  const base = `/programma/${programme.code}`;
  const name = locale === "en" ? programme.nameEn : programme.nameNl;
  return (
    <>
      <PageTitle
        title={t("title")}
        lead={t("audit.lead", { programme: name, now: longInstant(now, locale) })}
      />
      <section aria-labelledby="kerncijfers">
        <h2 id="kerncijfers" className="hidden">
          {t("audit.figures")}
        </h2>
        <KeyFigures
          figures={[
            {
              label: t("audit.conflicts"),
              figure: String(found.conflicts.length),
              href: `${base}/bronconflicten`,
              tone: found.conflicts.length > 0 ? "diff" : undefined,
              sub: t("audit.conflictsText", {
                high: found.conflicts.filter(({ severity }) => severity === "high").length,
              }),
            },
            {
              label: t("audit.late"),
              figure: String(found.lateReports),
              href: `${base}/rapportages?status=late`,
              tone: found.lateReports > 0 ? "error" : undefined,
              sub: t("audit.lateText"),
            },
            {
              label: t("audit.entries"),
              figure: String(found.entries),
              href: `${base}/grootboek`,
              sub: t("audit.entriesText"),
            },
            {
              label: t("audit.spent"),
              figure: euro(found.figures.spent, locale),
              href: `${base}/aansluiting`,
              sub: t("audit.spentText", { amount: euro(found.figures.allocated, locale) }),
            },
          ]}
        />
      </section>
      <div className="cols cols-2-1 section">
        <section aria-labelledby="verder">
          <h2 id="verder">{t("audit.next")}</h2>
          <TaskList
            tasks={[
              { href: `${base}/aansluiting`, title: t("audit.reconcile"), text: t("audit.reconcileText") },
              { href: `${base}/grootboek`, title: t("audit.ledger"), text: t("audit.ledgerText") },
              {
                href: samplesPath(programme.code),
                title: samples("samples"),
                text: samples("samplesText", open),
              },
              {
                href: findingsPath(programme.code),
                title: findings("title"),
                text: findings("text", atAuditors),
              },
              ...checks,
              { href: "/controlepunten", title: t("audit.checkpoints"), text: t("audit.checkpointsText") },
            ]}
          />
        </section>
        <RecentEntries entries={found.recent} base={base} now={now} />
      </div>
    </>
  );
}

const HEALTH_STATUS = { broken: "found", unjudged: "partly", held: "unjudged", holds: "passed" } as const;

/** What the last run of the rules found that is new, and whether the ledger keeps its promises. */
async function checkTasks(programme: ProgrammeRow): Promise<Task[]> {
  const { run, behind } = await findLastRun(await authorize("reconciliation:read"), programme.id, new Date());
  const [t, of, locale] = [
    await getTranslations("crossChecks.work"),
    await getTranslations("crossChecks"),
    await getLocale(),
  ];
  const late = behind === null ? "" : ` ${of(`behind.${behind.why}`)}.`;
  if (run === null)
    return [{ href: checksPath(programme.code), title: t("title"), text: `${t("none")}${late}` }];
  const { fresh, found, number, askedAt } = run;
  const { broken, unjudged, state } = ledgerHealth(run.outcomes, behind !== null);
  const date = longInstant(askedAt, locale);
  const text = t("text", { fresh, found, number: String(number), date });
  const asked = fresh > 0 ? "?verandering=nieuw#gevonden" : "";
  return [
    {
      href: `${checksPath(programme.code, number)}${asked}`,
      title: t("title"),
      text: `${text}${late}`,
      ...(fresh > 0 ? { tag: <StatusTag kind="crossChange" status="new" /> } : {}),
    },
    {
      href: healthPath(programme.code),
      title: t("health"),
      text: `${t(`healthStates.${state}`, { count: state === "broken" ? broken : unjudged, date })}${late}`,
      tag: <StatusTag kind="crossOutcome" status={HEALTH_STATUS[state]} />,
    },
  ];
}

/** Items without an outcome, and requests that nobody answered. */
async function openSamples(programmeId: string): Promise<{ open: number; waiting: number }> {
  const { samples } = await listSamples(await authorize("sample:manage"), programmeId);
  return {
    open: samples.reduce((all, { items, examined }) => all + items - examined, 0),
    waiting: samples.reduce((all, { asked, answered }) => all + asked - answered, 0),
  };
}
