import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReviseFindingForm } from "@/components/findings/finding-form";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findFinding } from "@/lib/queries/findings/find-finding";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findingsPath } from "@/lib/views/findings";
import { ProgrammeFrame } from "../../../programme-frame";
import { reviseFindingAction } from "../../actions";

type Props = { params: Promise<{ programme: string; finding: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings.form"))("reviseTitle") };
}

/** The words of a finding again; what was issued stays visible until another auditor issues the new ones. */
export default async function ReviseFindingPage({ params }: Props) {
  const grant = await authorize("finding:write");
  const { programme: code, finding: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const finding = await orNotFound(findFinding(await authorize("finding:read"), programme.id, id));
  const t = await getTranslations("findings");
  const sampled = finding.entries.find(({ sampleId }) => sampleId !== null);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="findings"
      crumbs={[
        { label: t("title"), href: findingsPath(programme.code) },
        { label: finding.number, href: findingsPath(programme.code, finding.id) },
        { label: t("form.reviseTitle") },
      ]}
    >
      <PageTitle title={t("form.reviseTitle")} lead={`${finding.number}: ${finding.title}`} />
      <ReviseFindingForm
        action={reviseFindingAction.bind(null, programme.code, finding.id)}
        idempotencyKey={randomUUID()}
        version={finding.version}
        start={{
          ...finding,
          entries: finding.entries.map(({ seq }) => seq),
          sampleId: sampled?.sampleId ?? null,
        }}
      />
    </ProgrammeFrame>
  );
}
