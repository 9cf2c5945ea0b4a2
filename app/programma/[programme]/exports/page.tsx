import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportTable } from "@/components/exports/export-table";
import { PackageForm } from "@/components/exports/package-form";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { listExports } from "@/lib/queries/exports/jobs";
import { ledgerChoices } from "@/lib/queries/ledger/list-entries";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { exportsPath } from "@/lib/views/exports";
import { ProgrammeFrame } from "../programme-frame";
import { requestPackageAction } from "./actions";
import { exportScopes } from "./export-scope";
import { exportTitle } from "./export-title";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("title") };
}

/** One's own exports that the worker makes, and the form for a whole audit package. */
export default async function ExportsPage({ params }: Props) {
  const grant = await authorize("export:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("exports");
  const jobs = await listExports(grant, programme.id);
  const scopeOf = await exportScopes(programme.id);
  const rows = await Promise.all(
    jobs.map(async (job) => ({ job, title: await exportTitle(job), scope: scopeOf(job) })),
  );
  const [packaging, journal] = [
    await tryAuthorize("reconciliation:read"),
    await tryAuthorize("journal:read"),
  ];
  const years = Array.from({ length: programme.horizonTo - programme.horizonFrom + 1 }, (_, index) =>
    String(programme.horizonFrom + index),
  );
  return (
    <ProgrammeFrame grant={grant} programme={programme} crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {packaging !== null && journal !== null && (
        <PackageForm
          action={requestPackageAction.bind(null, programme.code)}
          idempotencyKey={randomUUID()}
          choices={await ledgerChoices(journal, programme.id)}
          years={years}
        />
      )}
      <section className="section" aria-labelledby="eigen">
        <h2 id="eigen">{t("own")}</h2>
        <ExportTable rows={rows} base={exportsPath(programme.code)} />
      </section>
    </ProgrammeFrame>
  );
}
