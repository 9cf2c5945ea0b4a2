import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/ledger/export-links";
import { RequestTable } from "@/components/sampling/request-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { SAMPLING_DONE } from "@/lib/input/sampling";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listRequests } from "@/lib/queries/sampling/evidence-requests";
import { dateInAmsterdam } from "@/lib/views/dates";
import { requestsPath } from "@/lib/views/sampling";
import { ProgrammeFrame } from "../programme-frame";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sampling.requests"))("title") };
}

/** What auditors asked of municipalities: one's own, or for an auditor all of it. */
export default async function RequestsPage({ params, searchParams }: Props) {
  const grant = await authorize("request:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const requests = await listRequests(grant, programme.id);
  const [t, all] = [await getTranslations("sampling.requests"), await getTranslations("sampling")];
  const done = SAMPLING_DONE.parse((await searchParams).gedaan);
  const open = requests.filter(({ end }) => end === null).length;
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="requests" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead", { open })}>
        <ExportLinks base={`/programma/${programme.code}/export/bewijsverzoeken`} asked={{}} />
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={all(`done.${done}`)} />}
      {requests.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
      ) : (
        <RequestTable
          requests={requests}
          today={dateInAmsterdam(new Date())}
          href={(id) => requestsPath(programme.code, id)}
        />
      )}
    </ProgrammeFrame>
  );
}
