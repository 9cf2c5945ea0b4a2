import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { Headroom } from "@/components/proposals/headroom";
import { ProposalForm } from "@/components/proposals/proposal-form";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { cents } from "@/lib/domain/money";
import { NotFound } from "@/lib/domain/refusal";
import { findAllocation } from "@/lib/queries/allocations/find-allocation";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { formOptions } from "@/lib/queries/proposals/form-options";
import { typedEuros } from "@/lib/views/money";
import { enterProposalAction } from "../../../enter-proposal-action";
import { ProgrammeFrame } from "../../../programme-frame";

type Props = {
  params: Promise<{ programme: string; allocation: string }>;
  searchParams: Promise<{ soort?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposals.form"))("change") };
}

/** A revision or a withdrawal: a new proposal with signed changes; the entries that are there stay as they are. */
export default async function ChangeAllocationPage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const readGrant = await authorize("allocation:read");
  const { programme: code, allocation: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const allocation = await orNotFound(
    z.uuid().safeParse(id).success
      ? findAllocation(readGrant, programme.id, id)
      : Promise.reject(new NotFound(id)),
  );
  const options = await orNotFound(formOptions(grant, programme.id, allocation.trancheId));
  const kind = z
    .enum(["revision", "withdrawal"])
    .catch("revision")
    .parse((await searchParams).soort);
  const t = await getTranslations("proposals.form");
  const locale = await getLocale();
  const base = `/programma/${programme.code}`;
  const title = t(kind === "revision" ? "revise" : "withdraw");
  const years =
    kind === "withdrawal"
      ? Object.fromEntries(allocation.years.map(({ year, amount }) => [year, typedEuros(cents(-amount))]))
      : {};
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[
        { label: t("allocations"), href: `${base}/toekenningen` },
        { label: allocation.number, href: `${base}/toekenningen/${id}` },
        { label: title },
      ]}
    >
      <PageTitle
        title={title}
        lead={`${allocation.number}. ${allocation.area}, ${locale === "en" ? allocation.themeEn : allocation.themeNl}.`}
      />
      <div className="cols cols-2-1">
        <ProposalForm
          action={enterProposalAction.bind(null, programme.code)}
          kind={kind}
          title={title}
          idempotencyKey={randomUUID()}
          choices={{ ...options, claims: [] }}
          allocationId={id}
          values={{
            areaId: allocation.areaId,
            themeId: allocation.themeId,
            legalSource: options.legalReference ?? "",
            years,
          }}
          cancelHref={`${base}/toekenningen/${id}`}
        />
        <Headroom
          title={`${allocation.stream}, ${allocation.tranche}`}
          room={options.room}
          years={options.years}
        />
      </div>
    </ProgrammeFrame>
  );
}
