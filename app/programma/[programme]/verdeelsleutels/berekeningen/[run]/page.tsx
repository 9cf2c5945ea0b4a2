import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { BesideForm } from "@/components/distribution/beside-form";
import { EffectTable } from "@/components/distribution/effect-table";
import { KeyWords } from "@/components/distribution/key-words";
import { Proof } from "@/components/distribution/proof";
import { Rounding } from "@/components/distribution/rounding";
import { RunFacts } from "@/components/distribution/run-facts";
import { YearTable } from "@/components/distribution/year-table";
import { ExportLinks } from "@/components/ledger/export-links";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { findRun } from "@/lib/queries/distribution/find-run";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { instant } from "@/lib/views/dates";
import { ProgrammeFrame } from "../../../programme-frame";

type Props = {
  params: Promise<{ programme: string; run: string }>;
  searchParams: Promise<{ met?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distribution.result"))("title") };
}

export default async function RunPage({ params, searchParams }: Props) {
  const grant = await authorize("proposal:read");
  const { programme: code, run: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const met = z
    .uuid()
    .optional()
    .catch(undefined)
    .parse((await searchParams).met);
  const run = await orNotFound(
    z.uuid().safeParse(id).success ? findRun(grant, programme.id, id, met) : Promise.reject(new NotFound(id)),
  );
  const t = await getTranslations("distribution.result");
  const locale = await getLocale();
  const base = `/programma/${programme.code}/verdeelsleutels`;
  const { years } = run.outcome;
  const others = run.others.map((one) => ({
    id: one.id,
    label: t("other", { key: one.key, version: one.version, when: instant(one.createdAt, locale, "second") }),
  }));
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[
        { label: t("keys"), href: base },
        { label: run.key.name, href: `${base}/${run.key.id}` },
        { label: t("title") },
      ]}
    >
      <PageTitle
        title={t("titleOf", { name: run.key.name })}
        lead={t("lead", { stream: run.key.stream, tranche: run.tranche })}
      >
        <div className="actions">
          {run.mayWrite && (
            <a className="button" href={`${base}/berekeningen/${run.id}/voorstel`}>
              {t("propose")}
            </a>
          )}
          <ExportLinks
            base={`/programma/${programme.code}/export/verdeling`}
            asked={{ berekening: run.id }}
          />
        </div>
      </PageTitle>
      <RunFacts run={run} base={base} programme={programme.code} />
      <section className="section" aria-labelledby="uitkomst">
        <h2 id="uitkomst">{t("outcome")}</h2>
        {years.length > 1 && (
          <p className="muted">{t("together", { years: years.map(({ year }) => year).join(", ") })}</p>
        )}
        <EffectTable effects={run.effects} names={run.names} beside={t("present")} caption={t("outcome")} />
      </section>
      {years.length > 1 && (
        <section className="section" aria-labelledby="jaren">
          <h2 id="jaren">{t("perYear")}</h2>
          <YearTable years={years} names={run.names} />
        </section>
      )}
      <section className="section" aria-labelledby="bewijs">
        <h2 id="bewijs">{t("proof")}</h2>
        <Proof definition={run.definition} years={years} names={run.names} />
        <Rounding years={years} names={run.names} />
      </section>
      <section className="section" aria-labelledby="sleutel">
        <h2 id="sleutel">{t("words")}</h2>
        <KeyWords definition={run.definition} names={run.names} />
      </section>
      <section className="section" aria-labelledby="naast">
        <h2 id="naast">{t("compare")}</h2>
        <BesideForm others={others} chosen={run.beside?.id} />
        {run.beside && run.beside.years.length === 0 && <p>{t("noSharedYear")}</p>}
        {run.beside && run.beside.years.length > 0 && (
          <>
            <p className="above-m">{t("sharedYears", { years: run.beside.years.join(", ") })}</p>
            <EffectTable
              effects={run.beside.effects}
              names={run.names}
              beside={t("otherRun")}
              caption={t("compare")}
            />
            <div className="actions">
              <ExportLinks
                base={`/programma/${programme.code}/export/verdeling`}
                asked={{ berekening: run.id, met: run.beside.id }}
                of={t("compare")}
              />
            </div>
          </>
        )}
      </section>
    </ProgrammeFrame>
  );
}
