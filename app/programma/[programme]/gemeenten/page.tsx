import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ProgrammeFrame } from "@/app/programma/[programme]/programme-frame";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { listMunicipalities, ownMunicipality } from "@/lib/queries/municipality/find-municipality-desk";
import { findProgramme } from "@/lib/queries/programmes/find-programme";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("municipality"))("list") };
}

/** One's own municipality at once; who sees more than one chooses. */
export default async function MunicipalitiesPage({ params }: Props) {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("municipality");
  const path = `/programma/${encodeURIComponent(programme.code)}/gemeenten`;
  const own = await ownMunicipality(grant);
  if (own !== null) redirect(`${path}/${encodeURIComponent(own)}`);
  const all = await listMunicipalities(grant, programme.id);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="municipality"
      crumbs={[{ label: t("list") }]}
    >
      <PageTitle title={t("list")} lead={t("listLead", { count: all.length })} />
      <ul className="columns">
        {all.map(({ code, name }) => (
          <li key={code}>
            <a href={`${path}/${encodeURIComponent(code)}`}>{name}</a>
          </li>
        ))}
      </ul>
    </ProgrammeFrame>
  );
}
