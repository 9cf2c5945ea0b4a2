import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ApprovedContent } from "@/components/proposals/approved-content";
import { CancelForm } from "@/components/proposals/cancel-form";
import { DecisionForm } from "@/components/proposals/decision-form";
import { ProposalDetail } from "@/components/proposals/proposal-detail";
import { StandingMessages } from "@/components/proposals/standing-messages";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { StatusTag } from "@/components/signs/status-tag";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { isPayment, isSettlement } from "@/lib/domain/proposals/blocking-reasons";
import { NotFound } from "@/lib/domain/refusal";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findProposal } from "@/lib/queries/proposals/find-proposal";
import { instant } from "@/lib/views/dates";
import { ProgrammeFrame } from "../../programme-frame";
import { cancelProposalAction, decideProposalAction } from "./actions";

type Props = {
  params: Promise<{ programme: string; proposal: string }>;
  searchParams: Promise<{ gedaan?: string; intrekken?: string }>;
};
const DONE = z
  .enum(["bewaard", "voorgelegd", "goedgekeurd", "teruggegeven", "ingetrokken", "tweede"])
  .optional()
  .catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposals.page"))("title") };
}

export default async function ProposalPage({ params, searchParams }: Props) {
  const grant = await authorize("proposal:read");
  const { programme: code, proposal: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const { row, facts, own, cancelled, standing } = await orNotFound(
    z.uuid().safeParse(id).success ? findProposal(grant, programme.id, id) : Promise.reject(new NotFound(id)),
  );
  const approver = await tryAuthorize("proposal:approve");
  const t = await getTranslations("proposals.page");
  const locale = await getLocale();
  const { gedaan, intrekken } = await searchParams;
  const done = DONE.parse(gedaan);
  const base = `/programma/${programme.code}`;
  const open = row.status === "proposed";
  const fixed = isPayment(row.kind) || isSettlement(row.kind);
  const editable = own && !fixed && (row.status === "draft" || row.status === "returned");
  const cancellable =
    own &&
    ["draft", "proposed", "returned"].includes(row.status) &&
    (await tryAuthorize("allocation:propose")) !== null;
  const ceiling = row.kind === "ceiling";
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current={ceiling ? "ceilings" : "allocations"}
      crumbs={[
        {
          label: t(ceiling ? "ceilings" : "allocations"),
          href: `${base}/${ceiling ? "plafonds" : "toekenningen"}`,
        },
        { label: row.number },
      ]}
    >
      <PageTitle
        title={`${t(`kinds.${row.kind}`)} ${row.number}`}
        lead={`${row.stream.shortName}, ${row.tranche.name}`}
      >
        <StatusTag kind="proposal" status={standing !== null && standing.given > 0 ? "second" : row.status} />
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      {cancelled && (
        <Alert
          id="ingetrokken"
          title={t("cancelledTitle", { name: cancelled.name, at: instant(cancelled.at, locale) })}
        >
          <p>{cancelled.reason}</p>
        </Alert>
      )}
      {open && own && (
        <Alert id="wacht" title={t("waitsTitle")}>
          <p>{t("waitsText")}</p>
        </Alert>
      )}
      {standing !== null && <StandingMessages standing={standing} own={own} />}
      <ProposalDetail row={row} facts={facts} base={base} />
      <ApprovedContent approvals={row.approvals} contentHash={row.contentHash} />
      {editable && (
        <p className="actions section">
          <a className="button" href={`${base}/voorstellen/${id}/wijzigen`}>
            {t("edit")}
          </a>
        </p>
      )}
      {open && !own && approver && standing?.mayDecide && (
        <DecisionForm
          action={decideProposalAction.bind(null, programme.code)}
          title={row.number}
          idempotencyKey={randomUUID()}
          proposalId={row.id}
          version={row.version}
          contentHash={row.contentHash}
        />
      )}
      {cancellable && intrekken === undefined && (
        <p className="section">
          <a href="?intrekken=ja#intrekken">{t("cancel")}</a>
        </p>
      )}
      {cancellable && intrekken !== undefined && (
        <CancelForm
          action={cancelProposalAction.bind(null, programme.code)}
          title={row.number}
          idempotencyKey={randomUUID()}
          proposalId={row.id}
          version={row.version}
        />
      )}
    </ProgrammeFrame>
  );
}
