import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { sentencesOf } from "@/app/submit-form";
import { ExportLinks } from "@/components/ledger/export-links";
import { TranchePicker } from "@/components/proposals/tranche-picker";
import { EffectSection } from "@/components/scenarios/effect-section";
import { LineForm } from "@/components/scenarios/line-form";
import { ProposeScenario, ShareForm } from "@/components/scenarios/scenario-actions";
import { ScenarioLines } from "@/components/scenarios/scenario-lines";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { SectionHead } from "@/components/signs/section-head";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { siteUrl } from "@/lib/auth/origin";
import { NotFound } from "@/lib/domain/refusal";
import { scenarioView } from "@/lib/input/scenario";
import { listTrancheAllocations } from "@/lib/queries/allocations/tranche-allocations";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { formOptions, listOwnTranches } from "@/lib/queries/proposals/form-options";
import { findScenario, listScenarios } from "@/lib/queries/scenarios/scenarios";
import { dateInAmsterdam } from "@/lib/views/dates";
import { ProgrammeFrame } from "../../programme-frame";
import { addLineAction, proposeScenarioAction, removeLineAction, shareScenarioAction } from "../actions";

type Props = {
  params: Promise<{ programme: string; scenario: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scenarios.page"))("title") };
}

/** A scenario beside the present: its lines, what stands in their way, and its effect at every level. */
export default async function ScenarioPage({ params, searchParams }: Props) {
  const grant = await authorize("scenario:read");
  const { programme: code, scenario: id } = await params;
  const programme = await orNotFound(findProgramme(grant, code));
  const today = dateInAmsterdam(new Date());
  const find = (asked: string) =>
    z.uuid().safeParse(asked).success
      ? findScenario(grant, programme, asked, today)
      : Promise.reject(new NotFound(asked));
  const scenario = await orNotFound(find(id));
  const { per, met, tranche: asked } = scenarioView.parse(await searchParams);
  const other = met === undefined || met === id ? null : await orNotFound(find(met));
  const others = (await listScenarios(grant, programme.id)).filter((row) => row.id !== id);
  // Colleagues read along; only who made it changes it, as long as it is no proposal.
  const maker =
    scenario.own && scenario.proposedAt === null ? await tryAuthorize("allocation:propose") : null;
  const tranches = maker ? await listOwnTranches(maker, programme.id) : [];
  const chosen = tranches.find((one) => one.id === asked);
  const [options, allocations] =
    maker && chosen
      ? await Promise.all([
          orNotFound(formOptions(maker, programme.id, chosen.id)),
          listTrancheAllocations(maker, programme.id, chosen.id),
        ])
      : [null, []];
  const t = await getTranslations("scenarios");
  const base = `/programma/${programme.code}`;
  const here = `${base}/scenarios/${id}`;
  const file = `${base}/export/scenario`;
  const reasons = new Map(
    await Promise.all(
      [...scenario.reasons].map(async ([line, found]) => [line, await sentencesOf(found)] as const),
    ),
  );
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("list.title"), href: `${base}/scenarios` }, { label: scenario.name }]}
    >
      <PageTitle
        title={scenario.name}
        lead={t(scenario.own ? "page.leadOwn" : "page.lead", { author: scenario.author })}
      />
      <Alert
        id="geen-cijfer"
        tone={scenario.proposedAt === null ? "warn" : "ok"}
        title={t(scenario.proposedAt === null ? "page.notReal" : "page.proposed")}
      >
        {scenario.proposedAt === null ? (
          <p>{t("page.notRealText")}</p>
        ) : (
          <p>
            {scenario.batches.map((batch) => (
              <a key={batch.id} href={`${base}/verzamelvoorstellen/${batch.id}`}>
                {batch.number}
              </a>
            ))}
          </p>
        )}
      </Alert>
      <section className="section" aria-labelledby="regels">
        <SectionHead id="regels" title={t("lines.title")}>
          {scenario.lines.length > 0 && (
            <ExportLinks base={file} asked={{ scenario: id, tabel: "regels" }} of={t("lines.title")} />
          )}
        </SectionHead>
        <ScenarioLines
          lines={scenario.lines}
          reasons={reasons}
          base={base}
          remove={
            maker
              ? {
                  action: removeLineAction.bind(null, programme.code),
                  scenarioId: id,
                  keyOf: () => randomUUID(),
                }
              : undefined
          }
        />
      </section>
      {maker && (
        <section className="section" aria-labelledby="regel-erbij">
          <h2 id="regel-erbij">{t("form.title")}</h2>
          <TranchePicker tranches={tranches} chosen={chosen?.id} />
          {options && (
            <LineForm
              action={addLineAction.bind(null, programme.code)}
              idempotencyKey={randomUUID()}
              scenarioId={id}
              choices={{ ...options, allocations }}
            />
          )}
        </section>
      )}
      <EffectSection scenario={scenario} beside={other} others={others} per={per} here={here} file={file} />
      {maker && (
        <div className="cols cols-2-1 section">
          <section aria-labelledby="voorleggen">
            <h2 id="voorleggen">{t("propose.title")}</h2>
            <p>{t("propose.text")}</p>
            <ProposeScenario
              action={proposeScenarioAction.bind(null, programme.code)}
              idempotencyKey={randomUUID()}
              scenarioId={id}
            />
          </section>
          <section aria-labelledby="delen">
            <h2 id="delen">{t("share.title")}</h2>
            <ShareForm
              action={shareScenarioAction.bind(null, programme.code)}
              idempotencyKey={randomUUID()}
              scenarioId={id}
              shared={scenario.shared}
              address={new URL(here, siteUrl()).href}
            />
          </section>
        </div>
      )}
    </ProgrammeFrame>
  );
}
