import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OutcomeTable } from "@/components/cross-checks/outcome-table";
import { RunFacts } from "@/components/cross-checks/run-facts";
import { RunWaits } from "@/components/cross-checks/run-waits";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { SectionHead } from "@/components/signs/section-head";
import { StatusTag } from "@/components/signs/status-tag";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { CHECK_GROUPS, groupOf } from "@/lib/domain/cross-checks/run";
import { readCrossFindingsAsked, readRunNumber } from "@/lib/input/cross-checks";
import { readPage } from "@/lib/input/window";
import { findRun } from "@/lib/queries/cross-checks/runs";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { checksPath } from "@/lib/views/cross-checks";
import { ProgrammeFrame } from "../../../programme-frame";
import { FoundInRun } from "./found-in-run";
import "@/app/styles/audit.css";
import "@/app/styles/reports.css";
import "@/app/styles/rules.css";

type Props = {
  params: Promise<{ programme: string; run: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("crossChecks");
  return { title: t("runTitle", { number: (await params).run.slice(0, 9) }) };
}

/** One run: what was found with both figures, what the run before had and this one has not, and what every rule came to. */
export default async function CrossCheckPage({ params, searchParams }: Props) {
  const grant = await authorize("reconciliation:read");
  const { programme: code, run: typed } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const number = readRunNumber(typed);
  if (number === null) notFound();
  const run = await orNotFound(findRun(grant, programme.id, number));
  const asked = await searchParams;
  const t = await getTranslations("crossChecks");
  const href = (one?: number) => checksPath(programme.code, one);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      crumbs={[{ label: t("title"), href: href() }, { label: t("runTitle", { number: String(number) }) }]}
    >
      <PageTitle title={t("runTitle", { number: String(number) })} lead={t("runLead")}>
        <StatusTag kind="crossRun" status={run.state} />
      </PageTitle>
      <RunFacts run={run} href={href} />
      {run.state === "waiting" && <RunWaits address={href(number)} />}
      {run.state === "failed" && (
        <Alert id="mislukt" tone="block" title={t("run.failed")}>
          {t("run.failedText")}
        </Alert>
      )}
      {run.state === "done" && (
        <>
          <FoundInRun
            grant={grant}
            programme={programme}
            run={run}
            asked={readCrossFindingsAsked(asked)}
            pages={{
              found: readPage(asked.pagina),
              gone: readPage(asked.weg),
              unjudged: readPage(asked.onbeoordeeld),
            }}
          />
          {CHECK_GROUPS.map((group) => (
            <section className="section" aria-labelledby={`groep-${group}`} key={group}>
              <SectionHead id={`groep-${group}`} title={t(`groups.${group}`)} />
              <OutcomeTable
                outcomes={run.outcomes.filter((one) => groupOf(one.code) === group)}
                caption={t(`groups.${group}`)}
                href={(rule) => `${href(number)}?regel=${rule}#gevonden`}
              />
            </section>
          ))}
        </>
      )}
    </ProgrammeFrame>
  );
}
