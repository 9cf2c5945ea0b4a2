import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Headroom } from "@/components/proposals/headroom";
import { ProposalForm } from "@/components/proposals/proposal-form";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { isPayment, isSettlement } from "@/lib/domain/proposals/blocking-reasons";
import { NotFound } from "@/lib/domain/refusal";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findProposal } from "@/lib/queries/proposals/find-proposal";
import { formOptions } from "@/lib/queries/proposals/form-options";
import { claimLabel, proposalValues } from "@/lib/views/proposals";
import { enterProposalAction } from "../../../enter-proposal-action";
import { ProgrammeFrame } from "../../../programme-frame";

type Props = { params: Promise<{ programme: string; proposal: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposals.form"))("change") };
}

/** The author's own draft or returned proposal; whose it is not finds no page here. */
export default async function EditProposalPage({ params }: Props) {
  const readGrant = await authorize("proposal:read");
  const grant = await authorize("allocation:propose");
  const { programme: code, proposal: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const missing = () => Promise.reject(new NotFound(id));
  const { row, facts, own } = await orNotFound(
    z.uuid().safeParse(id).success ? findProposal(readGrant, programme.id, id) : missing(),
  );
  if (isPayment(row.kind) || isSettlement(row.kind)) await orNotFound(missing());
  if (!own || (row.status !== "draft" && row.status !== "returned")) await orNotFound(missing());
  const options = await orNotFound(formOptions(grant, programme.id, row.trancheId));
  const t = await getTranslations("proposals");
  const locale = await getLocale();
  const base = `/programma/${programme.code}`;
  const returned = row.approvals.filter(({ outcome }) => outcome === "returned").at(-1);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      crumbs={[{ label: row.number, href: `${base}/voorstellen/${id}` }, { label: t("form.change") }]}
    >
      <PageTitle
        title={`${t(`page.kinds.${row.kind}`)} ${row.number}`}
        lead={`${row.stream.shortName}, ${row.tranche.name}`}
      />
      {returned && (
        <Alert id="terug" tone="warn" title={t("page.returnedTitle", { name: returned.person.name })}>
          <p>{returned.reason}</p>
        </Alert>
      )}
      <div className="cols cols-2-1">
        <ProposalForm
          action={enterProposalAction.bind(null, programme.code)}
          kind={row.kind}
          title={row.number}
          idempotencyKey={randomUUID()}
          choices={{
            ...options,
            claims: options.claims.map((claim) => ({ id: claim.id, label: claimLabel(claim, locale) })),
          }}
          values={proposalValues(facts)}
          change={{ id, version: row.version }}
          allocationId={facts.allocationId ?? undefined}
          cancelHref={`${base}/voorstellen/${id}`}
        />
        <Headroom
          title={`${row.stream.shortName}, ${row.tranche.name}`}
          room={options.room}
          years={options.years}
        />
      </div>
    </ProgrammeFrame>
  );
}
