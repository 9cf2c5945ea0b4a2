import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequirementForm } from "@/components/evidence/requirement-form";
import { RequirementTable } from "@/components/evidence/requirement-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { listRequirements, ownStreams } from "@/lib/queries/evidence/list-requirements";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { reportPath } from "@/lib/views/reports";
import { ProgrammeFrame } from "../programme-frame";
import { setRequirementAction } from "./actions";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ gedaan?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evidence.requirements"))("title") };
}

/** Which evidence each stream requires, and for its ministry the form that changes it. */
export default async function RequirementsPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const [t, reports] = [await getTranslations("evidence.requirements"), await getTranslations("reports")];
  const officer = await tryAuthorize("report:review");
  const streams = officer ? await ownStreams(officer, programme.id) : [];
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="reports"
      crumbs={[{ label: reports("title"), href: reportPath(programme.code) }, { label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={t("lead")} />
      {(await searchParams).gedaan === "vastgelegd" && (
        <Alert id="gedaan" tone="ok" announce title={t("done")} />
      )}
      <RequirementTable rows={await listRequirements(grant, programme.id)} />
      {streams.length > 0 && (
        <RequirementForm
          action={setRequirementAction.bind(null, programme.code)}
          idempotencyKey={randomUUID()}
          streams={streams}
        />
      )}
    </ProgrammeFrame>
  );
}
