import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskTabs } from "@/components/allocations/desk-tabs";
import { NewScenario } from "@/components/scenarios/new-scenario";
import { ScenarioTable } from "@/components/scenarios/scenario-table";
import { PageTitle } from "@/components/shell/page-title";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { listScenarios } from "@/lib/queries/scenarios/scenarios";
import { ProgrammeFrame } from "../programme-frame";
import { makeScenarioAction } from "./actions";

type Props = { params: Promise<{ programme: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scenarios.list"))("title") };
}

/** What if: changes that one tries, and that nobody sees in a figure. */
export default async function ScenariosPage({ params }: Props) {
  const grant = await authorize("scenario:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("scenarios.list");
  const rows = await listScenarios(grant, programme.id);
  const mayMake = (await tryAuthorize("allocation:propose")) !== null;
  return (
    <ProgrammeFrame
      grant={grant}
      programme={programme}
      current="allocations"
      crumbs={[{ label: t("title") }]}
    >
      <PageTitle title={t("title")} lead={t(mayMake ? "lead" : "leadReader")} />
      <DeskTabs current="scenarios" programme={programme.code} roles={grant.actor.roles} />
      <ScenarioTable rows={rows} base={`/programma/${programme.code}/scenarios`} mayMake={mayMake} />
      {mayMake && (
        <NewScenario action={makeScenarioAction.bind(null, programme.code)} idempotencyKey={randomUUID()} />
      )}
    </ProgrammeFrame>
  );
}
