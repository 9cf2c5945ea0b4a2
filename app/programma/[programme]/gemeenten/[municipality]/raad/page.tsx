import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { ProgrammeFrame } from "@/app/programma/[programme]/programme-frame";
import { AreaTable } from "@/components/municipality/area-table";
import { CountedTable } from "@/components/municipality/counted-table";
import { SumFigures } from "@/components/municipality/sum-figures";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { findMunicipalityDesk } from "@/lib/queries/municipality/find-municipality-desk";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam, longInstant } from "@/lib/views/dates";

type Props = { params: Promise<{ programme: string; municipality: string }> };

const load = cache(async (code: string, municipality: string) => {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, code));
  const today = dateInAmsterdam(new Date());
  const desk = await orNotFound(findMunicipalityDesk(grant, programme.id, municipality, today));
  return { grant, programme, desk };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { programme, municipality } = await params;
  const { desk } = await load(programme, municipality);
  return { title: (await getTranslations("municipality"))("council.title", { municipality: desk.name }) };
}

/** The same figures for the council: only what was decided and accepted, on one page to print. */
export default async function CouncilPage({ params }: Props) {
  const { programme: code, municipality } = await params;
  const { grant, programme, desk } = await load(code, municipality);
  const [t, locale] = [await getTranslations("municipality"), await getLocale()];
  const own = `/programma/${encodeURIComponent(code)}/gemeenten/${encodeURIComponent(municipality)}`;
  const title = t("council.title", { municipality: desk.name });
  const crumbs = [{ label: desk.name, href: own }, { label: t("council.crumb") }];
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="municipality" crumbs={crumbs}>
      <PageTitle title={title} lead={t("council.lead", { now: longInstant(new Date(), locale) })} />
      <SumFigures sums={desk.sums} />
      <AreaTable areas={desk.areas} sums={desk.sums} />
      <CountedTable results={desk.results} />
      <p className="small muted">{t("council.note")}</p>
    </ProgrammeFrame>
  );
}
