import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FindingTable } from "@/components/cross-checks/finding-table";
import { OutcomeTable } from "@/components/cross-checks/outcome-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { groupOf } from "@/lib/domain/cross-checks/run";
import { findBrokenRows } from "@/lib/queries/cross-checks/findings";
import { findLastRun } from "@/lib/queries/cross-checks/runs";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { checksPath } from "@/lib/views/cross-checks";
import { longInstant } from "@/lib/views/dates";
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
  const run = await findLastRun(grant, programme.id);
  const [t, ledger, locale] = [
    await getTranslations("crossChecks"),
    await getTranslations("ledger"),
    await getLocale(),
  ];
  const own = checksPath(programme.code);
  const broken = run === null ? [] : await findBrokenRows(grant, run);
  const outcomes = run?.outcomes.filter(({ code }) => groupOf(code) === "ledger") ?? [];
  const wrong = outcomes.filter(({ found }) => found > 0).length;
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
      {run === null ? (
        <EmptyState title={t("health.none")}>{t("health.noneText")}</EmptyState>
      ) : (
        <>
          <Alert id="stand" tone={wrong === 0 ? "ok" : "block"} title={t("health.state", { count: wrong })}>
            {t("health.when", { at: longInstant(run.askedAt, locale) })}{" "}
            <a href={checksPath(programme.code, run.number)}>
              {t("runs.number", { number: String(run.number) })}
            </a>
          </Alert>
          <section className="section" aria-labelledby="beloften">
            <h2 id="beloften">{t("groups.ledger")}</h2>
            <OutcomeTable
              outcomes={outcomes}
              caption={t("groups.ledger")}
              href={(rule) => `${checksPath(programme.code, run.number)}?regel=${rule}#gevonden`}
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
