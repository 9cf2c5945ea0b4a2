import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { EmptyState } from "@/components/signs/empty-state";
import { SisaFilter } from "@/components/sisa/sisa-filter";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { sisaDeadline } from "@/lib/domain/sisa/sisa-year";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findSisaYear, listSisaMunicipalities } from "@/lib/queries/sisa/find-sisa-year";
import { dueIn, longDate } from "@/lib/views/dates";
import { sisaPath } from "@/lib/views/sisa";
import { ProgrammeFrame } from "../programme-frame";
import { askedYear } from "./asked-year";
import { SisaWhole } from "./sisa-whole";
import "@/app/styles/sisa.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sisa"))("title") };
}

/** What a municipality accounts for over a year, decision by decision. */
export default async function SisaPage({ params, searchParams }: Props) {
  const grant = await authorize("report:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const query = await searchParams;
  const { municipality: code, year, years, today } = askedYear(query, programme);
  const municipalities = await listSisaMunicipalities(grant, programme.id);
  const chosen = municipalities.find((one) => one.code === code);
  if (code !== null && chosen === undefined) await orNotFound(Promise.reject(new NotFound(code)));
  const municipality = chosen ?? municipalities[0];
  const [t, locale] = [await getTranslations("sisa"), await getLocale()];
  const dueOn = sisaDeadline(year);
  const view =
    municipality === undefined ? null : await findSisaYear(grant, programme, municipality, { year, today });
  const left =
    view?.delivered || today <= `${year}-12-31` ? "" : ` ${t("left", { left: dueIn(dueOn, today, locale) })}`;
  return (
    <ProgrammeFrame grant={grant} programme={programme} current="sisa" crumbs={[{ label: t("title") }]}>
      <PageTitle
        title={
          municipality === undefined
            ? t("title")
            : t("titleOf", { year: String(year), municipality: municipality.preferredName })
        }
        lead={`${t("deadline", { date: longDate(dueOn, locale) })}${left}`}
      >
        <p className="small">
          <a href={`${sisaPath(programme.code)}/codes?jaar=${year}`}>{t("codesLink")}</a>
        </p>
      </PageTitle>
      <SisaFilter
        action={sisaPath(programme.code)}
        municipalities={municipalities}
        years={years}
        municipality={municipality?.code ?? null}
        year={year}
      />
      {query.gedaan === "bewaard" && <Alert id="gedaan" tone="ok" announce title={t("saved")} />}
      {municipality === undefined || view === null ? (
        <EmptyState title={t("nobody")}>{t("nobodyText")}</EmptyState>
      ) : (
        <SisaWhole programme={programme} municipality={municipality} year={year} today={today} view={view} />
      )}
    </ProgrammeFrame>
  );
}
