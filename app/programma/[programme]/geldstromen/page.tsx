import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StreamTable } from "@/components/programme/stream-table";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { headlineOfBook, lanesOf } from "@/lib/domain/overview/headline";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../programme-frame";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programme.streams"))("title") };
}

export default async function StreamsPage({ params }: Props) {
  const grant = await authorize("claims:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const book = await findClaimBook(grant, programme.id);
  const t = await getTranslations("programme.streams");
  const headline = headlineOfBook(book);
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="streams" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      <StreamTable
        book={book}
        lanes={headline === null ? [] : lanesOf(book, headline)}
        base={`/programma/${programme.code}`}
      />
    </ProgrammeFrame>
  );
}
