import { randomBytes, randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { sentencesOf } from "@/app/submit-form";
import { DesignForm } from "@/components/sampling/design-form";
import { DrawForm } from "@/components/sampling/draw-form";
import { PlanFacts } from "@/components/sampling/plan-facts";
import { PopulationTable } from "@/components/sampling/population-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { SectionHead } from "@/components/signs/section-head";
import { authorize, orNotFound } from "@/lib/auth/authorize";
import { planReason } from "@/lib/domain/sampling/plan";
import { readDesign } from "@/lib/input/sampling";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { planNewSample } from "@/lib/queries/sampling/plan-sample";
import { instant } from "@/lib/views/dates";
import { moneyYears } from "@/lib/views/money-years";
import { samplesPath } from "@/lib/views/sampling";
import { ProgrammeFrame } from "../../programme-frame";
import { drawSampleAction } from "../actions";
import "@/app/styles/audit.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sampling"))("new") };
}

/** From the choice of a population to the size of its sample; what is drawn is only kept with the button below. */
export default async function NewSamplePage({ params, searchParams }: Props) {
  const grant = await authorize("sample:manage");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const asked = readDesign(await searchParams, new Date());
  const found = await planNewSample(grant, programme.id, asked);
  const [t, locale] = [await getTranslations("sampling"), await getLocale()];
  const { plan, totals } = found;
  const usable = Object.keys(asked.errors).length === 0;
  const [problem] = typeof plan === "string" ? await sentencesOf([planReason(plan)]) : [];
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="samples"
      crumbs={[{ label: t("title"), href: samplesPath(programme.code) }, { label: t("new") }]}
    >
      <PageTitle title={t("new")} lead={t("newLead")} />
      <DesignForm
        asked={asked}
        streams={found.streams}
        municipalities={found.municipalities}
        years={moneyYears(programme, new Date())}
        locale={locale}
      />
      <section className="section" aria-labelledby="populatie">
        <SectionHead
          id="populatie"
          title={t("population.title")}
          note={t("population.known", { at: instant(new Date(asked.knownAt), locale, "second") })}
        />
        <PopulationTable totals={totals} zeros={found.zeros} />
      </section>
      <section className="section" aria-labelledby="omvang">
        <h2 id="omvang">{t("plan.title")}</h2>
        {usable && problem !== undefined && (
          <Alert id="geen-plan" tone="warn" level={3} title={problem.message}>
            <p>{problem.lift?.text}</p>
          </Alert>
        )}
        {usable && typeof plan !== "string" && <PlanFacts asked={asked} plan={plan} totals={totals} />}
        {!usable && <p>{t("plan.unreadable")}</p>}
      </section>
      {usable && typeof plan !== "string" && (
        <DrawForm
          action={drawSampleAction.bind(null, programme.code)}
          idempotencyKey={randomUUID()}
          asked={asked}
          seed={randomBytes(8).toString("hex")}
        />
      )}
    </ProgrammeFrame>
  );
}
