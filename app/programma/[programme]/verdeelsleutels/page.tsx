import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskTabs } from "@/components/allocations/desk-tabs";
import { InputTable } from "@/components/distribution/input-table";
import { KeyTable } from "@/components/distribution/key-table";
import { PageTitle } from "@/components/shell/page-title";
import { SectionHead } from "@/components/signs/section-head";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { listKeys } from "@/lib/queries/distribution/list-keys";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { ProgrammeFrame } from "../programme-frame";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distribution.list"))("title") };
}

export default async function KeysPage({ params }: Props) {
  const grant = await authorize("proposal:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("distribution.list");
  const { keys, inputs } = await listKeys(grant, programme.id);
  const officer = grant.actor.roles.includes("officer");
  const base = `/programma/${programme.code}/verdeelsleutels`;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={t("lead", { count: keys.length })}>
        {officer && (
          <a className="button" href={`${base}/nieuw`}>
            {t("new")}
          </a>
        )}
      </PageTitle>
      <DeskTabs current="keys" programme={programme.code} roles={grant.actor.roles} />
      <KeyTable rows={keys} base={base} />
      <section className="section" aria-labelledby="gegevens">
        <SectionHead id="gegevens" title={t("inputs")}>
          {officer && <a href={`${base}/gegevens/nieuw`}>{t("newInput")}</a>}
        </SectionHead>
        <InputTable rows={inputs} base={base} />
      </section>
    </ProgrammeFrame>
  );
}
