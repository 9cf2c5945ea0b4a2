import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Headroom } from "@/components/proposals/headroom";
import { ProposalForm } from "@/components/proposals/proposal-form";
import { TranchePicker } from "@/components/proposals/tranche-picker";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { formOptions, listOwnTranches } from "@/lib/queries/proposals/form-options";
import { enterProposalAction } from "../../enter-proposal-action";
import { ProgrammeFrame } from "../../programme-frame";

type Props = { params: Promise<{ programme: string }>; searchParams: Promise<{ tranche?: string }> };
const trancheParam = z.uuid().optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposals.form"))("newAllocation") };
}

export default async function NewAllocationPage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("proposals.form");
  const asked = trancheParam.parse((await searchParams).tranche);
  const tranches = await listOwnTranches(grant, programme.id);
  const chosen = tranches.find(({ id }) => id === asked);
  const options = chosen && (await orNotFound(formOptions(grant, programme.id, chosen.id)));
  const base = `/programma/${programme.code}`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("allocations"), href: `${base}/toekenningen` }, { label: t("newAllocation") }]}
    >
      <PageTitle title={t("newAllocation")} lead={chosen?.label} />
      <TranchePicker tranches={tranches} chosen={chosen?.id} />
      {options && (
        <div className="cols cols-2-1">
          <ProposalForm
            action={enterProposalAction.bind(null, programme.code)}
            kind="allocation"
            title={t("newAllocation")}
            idempotencyKey={randomUUID()}
            choices={{ ...options, claims: [] }}
            values={{ legalSource: options.legalReference ?? "" }}
            cancelHref={`${base}/toekenningen`}
          />
          <Headroom title={chosen.label} room={options.room} years={options.years} />
        </div>
      )}
    </ProgrammeFrame>
  );
}
