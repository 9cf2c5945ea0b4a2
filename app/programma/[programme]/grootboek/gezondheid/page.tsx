import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FindingTable } from "@/components/cross-checks/finding-table";
import { HealthState } from "@/components/cross-checks/health-state";
import { OutcomeTable } from "@/components/cross-checks/outcome-table";
import { RunBehind } from "@/components/cross-checks/run-behind";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { groupOf } from "@/lib/domain/cross-checks/run";
import { findBrokenRows } from "@/lib/queries/cross-checks/findings";
import { findLastRun } from "@/lib/queries/cross-checks/runs";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { checksPath } from "@/lib/views/cross-checks";
import { checkLinks } from "../../check-links";
import { ProgrammeFrame } from "../../programme-frame";
import "@/app/styles/audit.css";
import "@/app/styles/reports.css";
import "@/app/styles/rules.css";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("crossChecks.health"))("title") };
}

/** Every promise of the ledger, each asked of the database last night or since: green, or with the rows that break it. */
export default async function LedgerHealthPage({ params }: Props) {
  const grant = await authorize("reconciliation:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const { run, behind } = await findLastRun(grant, programme.id, new Date());
  const [t, ledger] = [await getTranslations("crossChecks"), await getTranslations("ledger")];
  const own = checksPath(programme.code);
  const broken = run === null ? [] : await findBrokenRows(grant, run);
  const outcomes = run?.outcomes.filter(({ code }) => groupOf(code) === "ledger") ?? [];
  const href = (number: number) => checksPath(programme.code, number);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="ledger"
      crumbs={[
        { label: ledger("title"), href: `/programma/${programme.code}/grootboek` },
        { label: t("health.title") },
      ]}
    >
      <PageTitle title={t("health.title")} lead={t("health.lead")}>
        <a href={own}>{t("title")}</a>
      </PageTitle>
      {behind !== null && <RunBehind {...behind} href={href} />}
      {run === null ? (
        <EmptyState title={t("health.none")}>{t("health.noneText")}</EmptyState>
      ) : (
        <>
          <HealthState run={run} behind={behind !== null} href={href(run.number)} />
          <section className="section" aria-labelledby="beloften">
            <h2 id="beloften">{t("groups.ledger")}</h2>
            <OutcomeTable
              outcomes={outcomes}
              caption={t("groups.ledger")}
              href={(rule) => `${href(run.number)}?regel=${rule}#gevonden`}
            />
          </section>
          {broken.length > 0 && (
            <section className="section" aria-labelledby="rijen">
              <h2 id="rijen">{t("health.rows")}</h2>
              <FindingTable
                findings={broken}
                run={run}
                caption={t("health.rows")}
                links={await checkLinks(programme.code, run)}
              />
            </section>
          )}
        </>
      )}
      <p className="above-m small">{t("health.besides")}</p>
    </ProgrammeFrame>
  );
}
