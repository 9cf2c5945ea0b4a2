import { Refusal } from "@/lib/domain/refusal";
import { linesOfRun, type NewScenarioLine } from "@/lib/domain/scenarios/from-run";
import type { TryRunInput } from "@/lib/input/scenario";
import { planRun } from "../distribution/plan-run";
import { type Granted, newScenario, openOwn, write } from "./scenarios";

/**
 * Puts what a calculation asks for into a scenario, a new one or one that is open: to be tried beside other changes.
 * @returns the id of the scenario
 * @throws NotFound, Refusal `not_open` once it has become a proposal, `blocked` when the calculation changes nothing
 */
export const tryRun = (
  grant: Granted,
  programmeId: string,
  runId: string,
  { idempotencyKey: key, ...input }: TryRunInput,
): Promise<string> => {
  const call = { key, action: "scenario.run-added" as const, input: { ...input, runId } };
  return write(grant, call, programmeId, async (tx) => {
    const { run, lines } = await planRun(tx, programmeId, runId, input.themeId);
    const meant: readonly NewScenarioLine[] = linesOfRun(lines, input.themeId);
    if (meant.length === 0)
      throw new Refusal("blocked", { count: "1" }, [{ code: "scenarios.reasons.nothing_changes" }]);
    const { scenarioId, name } = input;
    const id =
      scenarioId === null
        ? await newScenario(tx, grant.actor, programmeId, name ?? run.key.name)
        : (await openOwn(tx, grant.actor, programmeId, scenarioId)).id;
    await tx.scenarioLine.createMany({
      data: meant.map(({ from, areaId, themeId, years }) => ({
        scenarioId: id,
        trancheId: run.trancheId,
        fromAllocationId: from,
        toAreaId: areaId,
        toThemeId: themeId,
        years: years.map(({ year, amount }) => ({ year, amount: amount.toString() })),
      })),
    });
    return id;
  });
};
