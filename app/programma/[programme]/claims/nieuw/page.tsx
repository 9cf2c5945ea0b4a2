import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ClaimForm } from "@/components/claims/claim-form";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findClaimBook } from "@/lib/queries/claims/find-claim-book";
import { mayDecideConflicts } from "@/lib/queries/claims/may-decide";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../../programme-frame";
import { registerClaimAction } from "./actions";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ vervangt?: string | string[] }>;
};
const replaced = z.string().max(100).optional().catch(undefined);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("claims.register"))("title") };
}

/** What an officer read in a document, into the book. */
export default async function NewClaimPage({ params, searchParams }: Props) {
  const grant = await authorize("claim:register");
  const reader = await authorize("claims:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const book = await findClaimBook(reader, programme.id);
  const t = await getTranslations("claims");
  const base = `/programma/${programme.code}`;
  const takesPart = await mayDecideConflicts(grant, programme.id);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="claims"
      crumbs={[{ label: t("list.title"), href: `${base}/claims` }, { label: t("register.title") }]}
    >
      <PageTitle title={t("register.title")} lead={t("register.lead")} />
      {takesPart ? (
        <ClaimForm
          action={registerClaimAction.bind(null, programme.code)}
          title={t("register.title")}
          idempotencyKey={randomUUID()}
          book={book}
          replaces={replaced.parse((await searchParams).vervangt)}
        />
      ) : (
        <EmptyState title={t("register.notHere")}>{t("register.notHereText")}</EmptyState>
      )}
    </ProgrammeFrame>
  );
}
