import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { ThresholdForm } from "@/components/thresholds/threshold-form";
import { ThresholdTable } from "@/components/thresholds/threshold-table";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { THRESHOLD_DONE } from "@/lib/input/threshold";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listOwnStreams, listThresholds } from "@/lib/queries/thresholds/list-thresholds";
import { ProgrammeFrame } from "../programme-frame";
import { decideThresholdAction, enterThresholdAction } from "./actions";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ gedaan?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches.thresholds"))("title") };
}

/** Above which amount two people approve, per stream; entered by one person and confirmed by another. */
export default async function ThresholdsPage({ params, searchParams }: Props) {
  const grant = await authorize("proposal:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("batches.thresholds");
  const [officer, approver] = [await tryAuthorize("ceiling:propose"), await tryAuthorize("proposal:approve")];
  const rows = await listThresholds(grant, programme.id);
  const streams = officer ? await listOwnStreams(officer, programme.id) : [];
  const done = THRESHOLD_DONE.parse((await searchParams).gedaan);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[
        { label: t("list"), href: `/programma/${programme.code}/verzamelvoorstellen` },
        { label: t("title") },
      ]}
    >
      <PageTitle title={t("title")} lead={t("lead")} />
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      <ThresholdTable rows={rows} decide={approver && decideThresholdAction.bind(null, programme.code)} />
      {streams.length > 0 && (
        <ThresholdForm
          action={enterThresholdAction.bind(null, programme.code)}
          idempotencyKey={randomUUID()}
          streams={streams}
        />
      )}
    </ProgrammeFrame>
  );
}
