import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CutFindings } from "@/components/cross-checks/cut-findings";
import { FindingPages } from "@/components/cross-checks/finding-pages";
import { FindingTable } from "@/components/cross-checks/finding-table";
import { HealthState } from "@/components/cross-checks/health-state";
import { OutcomeTable } from "@/components/cross-checks/outcome-table";
import { RunBehind } from "@/components/cross-checks/run-behind";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { groupOf } from "@/lib/domain/cross-checks/run";
import { readPage } from "@/lib/input/window";
import { FINDINGS_PER_PAGE, findBrokenRows } from "@/lib/queries/cross-checks/findings";
import { findLastRun } from "@/lib/queries/cross-checks/runs";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { checksPath, cutLists, healthPath } from "@/lib/views/cross-checks";
import { checkLinks } from "../../check-links";
import { ProgrammeFrame } from "../../programme-frame";
import "@/app/styles/audit.css";
import "@/app/styles/reports.css";
import "@/app/styles/rules.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ pagina?: string | string[] }>;
};

const NOTHING = { rows: [], total: 0 };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("crossChecks.health"))("title") };
}

/** Every promise of the ledger, each asked of the database last night or since: green, or with the rows that break it. */
export default async function LedgerHealthPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const { run, behind } = await findLastRun(grant, programme.id, new Date());
  const [t, ledger] = [await getTranslations("crossChecks"), await getTranslations("ledger")];
  const own = checksPath(programme.code);
  const page = readPage((await searchParams).pagina);
  const broken = run === null ? NOTHING : await findBrokenRows(grant, run, page);
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
          {broken.total > 0 && (
            <section className="section" aria-labelledby="rijen">
              <h2 id="rijen">{t("health.rows")}</h2>
              <FindingTable
                findings={broken.rows}
                run={run}
                caption={t("health.rows")}
                links={await checkLinks(programme.code, run)}
              />
              <CutFindings cuts={cutLists(outcomes)} />
              <FindingPages
                page={page}
                perPage={FINDINGS_PER_PAGE}
                total={broken.total}
                href={(at) => `${healthPath(programme.code)}?pagina=${at}#rijen`}
              />
            </section>
          )}
        </>
      )}
      <p className="above-m small">{t("health.besides")}</p>
    </ProgrammeFrame>
  );
}
