import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/ledger/export-links";
import { MinimumSection } from "@/components/sampling/minimum-section";
import { SampleTable } from "@/components/sampling/sample-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { SAMPLING_DONE } from "@/lib/input/sampling";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listSamples } from "@/lib/queries/sampling/list-samples";
import { requestsPath, samplesPath } from "@/lib/views/sampling";
import { ProgrammeFrame } from "../programme-frame";
import { setMinimumAction } from "./actions";
import "@/app/styles/audit.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sampling"))("title") };
}

/** Every sample that was drawn from the programme's spend. */
export default async function SamplesPage({ params, searchParams }: Props) {
  const grant = await authorize("sample:manage");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const { samples, minimums } = await listSamples(grant, programme.id);
  const t = await getTranslations("sampling");
  const done = SAMPLING_DONE.parse((await searchParams).gedaan);
  const path = samplesPath(programme.code);
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="samples" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")}>
        <div className="actions">
          <a className="button" href={`${path}/nieuw`}>
            {t("new")}
          </a>
          <ExportLinks base={`/programma/${programme.code}/export/steekproeven`} asked={{}} />
        </div>
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      {samples.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <SampleTable samples={samples} href={(id) => samplesPath(programme.code, id)} />
      )}
      <p className="above-s">
        <a href={requestsPath(programme.code)}>{t("toRequests")}</a>
      </p>
      <MinimumSection
        minimums={minimums}
        action={setMinimumAction.bind(null, programme.code)}
        idempotencyKey={randomUUID()}
      />
    </ProgrammeFrame>
  );
}
