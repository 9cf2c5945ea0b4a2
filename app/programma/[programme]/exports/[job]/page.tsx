import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportProgress } from "@/components/exports/export-progress";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findExport } from "@/lib/queries/exports/jobs";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { exportsPath } from "@/lib/views/exports";
import { ProgrammeFrame } from "../../programme-frame";
import { exportScopes } from "../export-scope";
import { exportTitle } from "../export-title";

type Props = { params: Promise<{ programme: string; job: string }> };

async function load(params: Props["params"]) {
  const grant = await authorize("export:read");
  const { programme: code, job: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  return { grant, programme, job: await orNotFound(findExport(grant, programme.id, id)) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await exportTitle((await load(params)).job) };
}

/** How far an export is; when it is ready, the file. */
export default async function ExportPage({ params }: Props) {
  const { grant, programme, job } = await load(params);
  const t = await getTranslations("exports");
  const scope = (await exportScopes(programme.id))(job);
  const path = exportsPath(programme.code);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      crumbs={[{ label: t("title"), href: path }, { label: await exportTitle(job) }]}
    >
      <PageTitle title={await exportTitle(job)} lead={scope === "" ? undefined : scope} />
      <ExportProgress job={job} file={`${path}/${job.id}/bestand`} address={`${path}/${job.id}`} />
    </ProgrammeFrame>
  );
}
