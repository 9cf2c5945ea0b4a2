import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FindingFacts } from "@/components/findings/finding-facts";
import { FindingHistory, FollowedList } from "@/components/findings/finding-history";
import { AnswerFindingForm, CloseForm, IssueForm, ReasonForm } from "@/components/findings/finding-steps";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { StatusTag } from "@/components/signs/status-tag";
import { Tag } from "@/components/signs/tag";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { type Finding, isLate, mayHappen } from "@/lib/domain/findings/finding";
import { FINDINGS_DONE } from "@/lib/input/findings";
import { findOrigin } from "@/lib/queries/cross-checks/findings";
import { findFinding } from "@/lib/queries/findings/find-finding";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { checksPath } from "@/lib/views/cross-checks";
import { dateInAmsterdam } from "@/lib/views/dates";
import { findingsPath } from "@/lib/views/findings";
import { samplesPath } from "@/lib/views/sampling";
import { ProgrammeFrame } from "../../programme-frame";
import {
  answerFindingAction,
  closeFindingAction,
  issueFindingAction,
  reopenFindingAction,
  withdrawFindingAction,
} from "../actions";
import "@/app/styles/audit.css";

type Props = {
  params: Promise<{ programme: string; finding: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("one") };
}

/** A finding with its history, and for each side what it can do now. */
export default async function FindingPage({ params, searchParams }: Props) {
  const grant = await authorize("finding:read");
  const { programme: code, finding: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const finding = await orNotFound(findFinding(grant, programme.id, id));
  const checks = await getTranslations("crossChecks");
  const [t, done] = [await getTranslations("findings"), FINDINGS_DONE.parse((await searchParams).gedaan)];
  const audits = (await tryAuthorize("finding:write")) !== null;
  const base = `/programma/${programme.code}`;
  const origin = await findOrigin(grant, finding.id);
  const readsJournal = (await tryAuthorize("journal:read")) !== null;
  const today = dateInAmsterdam(new Date());
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="findings"
      crumbs={[{ label: t("title"), href: findingsPath(programme.code) }, { label: finding.number }]}
    >
      <PageTitle title={finding.title} lead={finding.number}>
        <span className="state-cell">
          <StatusTag kind="auditFinding" status={finding.status} />
          {isLate(finding, today) && (
            <Tag tone="error" sign="clock">
              {t("late")}
            </Tag>
          )}
        </span>
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      {audits && finding.issuedVersion !== null && finding.issuedVersion < finding.version && (
        <Alert id="nieuwer" tone="info" title={t("newer", { issued: String(finding.issuedVersion) })} />
      )}
      <div className="cols cols-2-1">
        <div>
          <p className="prose">{finding.text}</p>
          {origin !== null && (
            <p>
              <a
                href={`${checksPath(programme.code, origin.run)}?regel=${origin.rule}#${encodeURIComponent(origin.key)}`}
              >
                {checks("origin", { number: String(origin.run), rule: origin.rule })}
              </a>
            </p>
          )}
          <FindingFacts
            finding={finding}
            entryHref={readsJournal ? (seq) => `${base}/grootboek/${seq}` : null}
            sampleHref={audits ? (sample, seq) => samplesPath(programme.code, sample, seq) : null}
          />
          <Steps finding={finding} programme={programme.code} audits={audits} />
        </div>
        <div>
          <FindingHistory finding={finding} />
          <FollowedList finding={finding} href={(one) => findingsPath(programme.code, one)} />
        </div>
      </div>
    </ProgrammeFrame>
  );
}

/** What this reader can do with the finding now. */
async function Steps({
  finding,
  programme,
  audits,
}: {
  finding: Finding;
  programme: string;
  audits: boolean;
}) {
  const t = await getTranslations("findings.steps");
  const at = [programme, finding.id] as const;
  const stands = finding.issuedVersion ?? finding.version;
  const step = (version: number) => ({ idempotencyKey: randomUUID(), version });
  const may = (action: Parameters<typeof mayHappen>[1]) => mayHappen(finding, action);
  if (!audits)
    return (await mayAnswer(finding)) ? (
      <AnswerFindingForm action={answerFindingAction.bind(null, ...at)} {...step(stands)} />
    ) : null;
  return (
    <>
      {may("issued") && finding.own && <p className="above-m">{t("issueOwn")}</p>}
      {may("issued") && !finding.own && (
        <IssueForm action={issueFindingAction.bind(null, ...at)} {...step(finding.version)} />
      )}
      {finding.status !== "closed" && finding.status !== "withdrawn" && (
        <p className="above-m">
          <a className="button button-second" href={`${findingsPath(programme, finding.id)}/wijzigen`}>
            {t("revise")}
          </a>
        </p>
      )}
      {may("closed") && <CloseForm action={closeFindingAction.bind(null, ...at)} {...step(stands)} />}
      {may("reopened") && (
        <ReasonForm what="reopen" action={reopenFindingAction.bind(null, ...at)} {...step(stands)} />
      )}
      {may("withdrawn") && (
        <ReasonForm what="withdraw" action={withdrawFindingAction.bind(null, ...at)} {...step(stands)} />
      )}
    </>
  );
}

/** The municipality that it is about, or an officer of the ministry that owns the stream. */
async function mayAnswer(finding: Finding): Promise<boolean> {
  const grant = await tryAuthorize("finding:respond");
  if (grant === null || !mayHappen(finding, "answered")) return false;
  const { scope, organisationIds } = grant.actor;
  if (finding.side === "municipality")
    return scope === "municipality" && organisationIds.includes(finding.municipality?.id ?? "");
  return scope === "ministry" && finding.ministryIds.some((id) => organisationIds.includes(id));
}
