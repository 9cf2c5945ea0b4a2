import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { BatchForm } from "@/components/distribution/batch-form";
import { LineTable } from "@/components/distribution/line-table";
import { ThemePicker } from "@/components/distribution/theme-picker";
import { TryRunForm } from "@/components/scenarios/try-run-form";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { NotFound } from "@/lib/domain/refusal";
import { findRunBatch } from "@/lib/queries/distribution/find-run";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listScenarios } from "@/lib/queries/scenarios/scenarios";
import { ProgrammeFrame } from "../../../../programme-frame";
import { proposeRunAction, tryRunAction } from "../../../actions";

type Props = {
  params: Promise<{ programme: string; run: string }>;
  searchParams: Promise<{ thema?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distribution.batch"))("title") };
}

export default async function ProposeRunPage({ params, searchParams }: Props) {
  const grant = await authorize("allocation:propose");
  const reader = await authorize("proposal:read");
  const { programme: code, run: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const asked = z
    .uuid()
    .optional()
    .catch(undefined)
    .parse((await searchParams).thema);
  const { run, themes, legalReference, lines, years } = await orNotFound(
    z.uuid().safeParse(id).success
      ? findRunBatch(reader, programme.id, id, asked)
      : Promise.reject(new NotFound(id)),
  );
  if (!run.mayWrite) notFound();
  const scenarios = (await listScenarios(grant, programme.id)).filter(
    ({ own, proposedAt }) => own && proposedAt === null,
  );
  const t = await getTranslations("distribution.batch");
  const locale = await getLocale();
  const base = `/programma/${programme.code}/verdeelsleutels`;
  const back = `${base}/berekeningen/${run.id}`;
  const count = lines?.filter(({ kind }) => kind !== "unchanged").length ?? 0;
  const theme = themes.find((one) => one.id === asked) ?? (themes.length === 1 ? themes[0] : undefined);
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[
        { label: t("keys"), href: base },
        { label: run.key.name, href: `${base}/${run.key.id}` },
        { label: t("run"), href: back },
        { label: t("title") },
      ]}
    >
      <PageTitle title={t("title")} lead={t("lead", { name: run.key.name, tranche: run.tranche })} />
      <ThemePicker
        themes={themes.map((one) => ({ id: one.id, label: locale === "en" ? one.nameEn : one.nameNl }))}
        chosen={theme?.id}
      />
      {lines && theme && (
        <>
          <section className="section" aria-labelledby="regels">
            <h2 id="regels">{t("lines", { count })}</h2>
            {run.definition.grain === "municipality" && <p className="muted">{t("split")}</p>}
            <LineTable lines={lines} years={years} />
          </section>
          {count > 0 && (
            <section className="section" aria-labelledby="besluit">
              <h2 id="besluit">{t("decision")}</h2>
              <BatchForm
                action={proposeRunAction.bind(null, programme.code, run.id)}
                title={t("title")}
                idempotencyKey={randomUUID()}
                themeId={theme.id}
                legalSource={legalReference ?? run.legalSource}
                count={count}
                cancelHref={back}
              />
            </section>
          )}
          {count > 0 && (
            <section className="section" aria-labelledby="proberen">
              <h2 id="proberen">{t("try")}</h2>
              <p>{t("tryText")}</p>
              <TryRunForm
                action={tryRunAction.bind(null, programme.code, run.id)}
                idempotencyKey={randomUUID()}
                themeId={theme.id}
                scenarios={scenarios}
              />
            </section>
          )}
        </>
      )}
    </ProgrammeFrame>
  );
}
