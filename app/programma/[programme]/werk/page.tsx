import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import type { Role } from "@/lib/domain/access";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../programme-frame";
import { AuditWork } from "./audit-work";
import { MinistryWork } from "./ministry-work";
import { MunicipalityWork } from "./municipality-work";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("work"))("title") };
}

/** The first page after signing in: each role has its own. */
export default async function WorkPage({ params }: Props) {
  const grant = await authorize("work:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const { roles } = grant.actor;
  const has = (...some: readonly Role[]) => some.some((role) => roles.includes(role));
  if (roles.every((role) => role === "administrator")) redirect("/beheer");
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="work">
      {has("officer", "approver") && <MinistryWork programme={programme} />}
      {has("coordinator", "signer") && <MunicipalityWork programme={programme} />}
      {has("auditor") && <AuditWork programme={programme} />}
    </ProgrammeFrame>
  );
}
