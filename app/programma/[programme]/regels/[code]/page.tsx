import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/ledger/export-links";
import { ReplayTable } from "@/components/rules/replay-table";
import { StageForm } from "@/components/rules/stage-form";
import { StageHistory } from "@/components/rules/stage-history";
import { Now } from "@/components/rules/today-table";
import { WaitingStages } from "@/components/rules/waiting-stages";
import { PageTitle } from "@/components/shell/page-title";
import { SectionHead } from "@/components/signs/section-head";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { versionOf } from "@/lib/domain/reports/report-checks";
import { isReportRule } from "@/lib/domain/rules/report-rules";
import { rulesOn } from "@/lib/domain/rules/weight";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findRuleBook } from "@/lib/queries/rules/find-rule-book";
import { replayRule } from "@/lib/queries/rules/replay-rule";
import { dateInAmsterdam } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";
import { ProgrammeFrame } from "../../programme-frame";
import { decideStageAction, proposeStageAction } from "../actions";
import "@/app/styles/reports.css";
import "@/app/styles/rules.css";

type Props = { params: Promise<{ programme: string; code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("stages");
  return { title: t("ruleTitle", { code: (await params).code.slice(0, 8) }) };
}

/** One rule of reports: how it stands, whom it would have hit in past periods, and what may change it. */
export default async function ProgrammeRulePage({ params }: Props) {
  const grant = await authorize("reconciliation:read");
  const { programme: programmeCode, code } = await params;
  if (!isReportRule(code)) notFound();
  const programme = await orNotFound(findProgramme(grant, programmeCode));
  const [t, sentences] = [await getTranslations("stages"), await getTranslations("rules.of")];
  const officer = await tryAuthorize("rule:manage");
  const book = await findRuleBook(await authorize("claims:read"), programme.id);
  const rule = rulesOn(book, dateInAmsterdam(new Date())).find((one) => one.code === code);
  if (rule === undefined) notFound();
  const past = await replayRule(grant, programme.id, code);
  const base = `/programma/${programme.code}`;
  const title = t("ruleTitle", { code });
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      crumbs={[{ label: t("title"), href: `${base}/regels` }, { label: title }]}
    >
      <PageTitle title={title} lead={sentences(`${code}.sentence`)} />
      <p>
        <Now rule={rule} />
      </p>
      <p className="small muted">{t("implementation", { version: versionOf(code) })}</p>
      <WaitingStages
        stages={rule.waiting === null ? [] : [rule.waiting]}
        decide={officer && decideStageAction.bind(null, programme.code)}
        href={(one) => `${base}/regels/${one}`}
      />
      <section className="section" aria-labelledby="proef">
        <SectionHead id="proef" title={t("replay.title")}>
          <ExportLinks base={`${base}/export/proefdraai`} asked={{ regel: code }} />
        </SectionHead>
        <p>{t("replay.lead")}</p>
        <ReplayTable replay={past} reportHref={(id) => reportPath(programme.code, id)} />
      </section>
      <section className="section" aria-labelledby="verloop">
        <SectionHead id="verloop" title={t("history")} />
        <StageHistory stages={book.stages.filter((one) => one.code === code)} />
      </section>
      {officer && rule.fixed !== "all" && rule.waiting === null && (
        <StageForm
          action={proposeStageAction.bind(null, programme.code)}
          idempotencyKey={randomUUID()}
          code={code}
        />
      )}
    </ProgrammeFrame>
  );
}
