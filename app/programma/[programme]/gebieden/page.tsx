import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AreaList } from "@/components/programme/area-list";
import { LandedSection } from "@/components/programme/landed-section";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { landed } from "@/lib/domain/claims/landed";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { decidedClaims } from "../claim-words";
import { ProgrammeFrame } from "../programme-frame";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programme.areaPage"))("title") };
}

export default async function AreasPage({ params }: Props) {
  const grant = await authorize("claims:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const book = await findClaimBook(grant, programme.id);
  const t = await getTranslations("programme.areaPage");
  const base = `/programma/${programme.code}`;
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="areas" crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead", { count: book.areas.length })} />
      <LandedSection
        landed={landed(book.claims, book.territory, decidedClaims(book))}
        book={book}
        base={base}
      />
      <AreaList book={book} base={base} />
    </ProgrammeFrame>
  );
}
