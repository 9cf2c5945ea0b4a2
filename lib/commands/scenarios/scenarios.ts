import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { holdAllocation } from "@/lib/db/movements/movement-facts";
import { readScenario } from "@/lib/db/scenarios/read-scenario";
import { weighMovements } from "@/lib/db/scenarios/weigh";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import type { AuditAction } from "@/lib/domain/audit/audit-action";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { isMovement, proposalsOf } from "@/lib/domain/scenarios/scenario";
import type { ProposeScenarioInput, ScenarioLineInput } from "@/lib/input/scenario";
import { type EnteredBatch, enterBatchIn } from "../proposals/enter-batch";

export type Granted = Grant<"allocation:propose">;
type Programme = EnteredBatch["programme"];

/** Does it once, in one transaction, with a line in the audit log. */
export const write = (
  { actor }: Granted,
  call: { readonly key: string; readonly action: AuditAction; readonly input: unknown },
  programmeId: string,
  work: (tx: Tx) => Promise<string>,
): Promise<string> =>
  inContext(actor, (tx) =>
    once(tx, actor, call, async () => {
      const id = await work(tx);
      await recordAudit(tx, actor, {
        action: call.action,
        programmeId,
        subjectKind: "scenario",
        subjectId: id,
      });
      return { id };
    }),
  ).then(({ id }) => id);

/** @returns the id of the scenario */
export const makeScenario = (
  grant: Granted,
  programmeId: string,
  { idempotencyKey: key, name }: { readonly idempotencyKey: string; readonly name: string },
): Promise<string> =>
  write(grant, { key, action: "scenario.made", input: { programmeId, name } }, programmeId, (tx) =>
    newScenario(tx, grant.actor, programmeId, name),
  );

export async function newScenario(tx: Tx, actor: Actor, programmeId: string, name: string): Promise<string> {
  const [ministryId] = actor.organisationIds;
  if (ministryId === undefined) throw new Refusal("not_allowed");
  const { id } = await tx.scenario.create({
    data: { programmeId, name, ministryId, createdBy: actor.personId ?? "" },
    select: { id: true },
  });
  return id;
}

/** @throws NotFound, Refusal `not_open` once it has become a proposal */
export async function openOwn(tx: Tx, actor: Actor, programmeId: string, id: string) {
  const scenario = await readScenario(tx, programmeId, id);
  if (scenario.authorId !== actor.personId) throw new NotFound(id);
  if (scenario.proposedAt !== null) throw new Refusal("not_open");
  return scenario;
}

export const addScenarioLine = (
  grant: Granted,
  programmeId: string,
  { idempotencyKey: key, ...input }: ScenarioLineInput,
): Promise<string> =>
  write(grant, { key, action: "scenario.line-added", input }, programmeId, async (tx) => {
    await openOwn(tx, grant.actor, programmeId, input.scenarioId);
    const tranche = await tx.tranche.findFirst({
      where: { id: input.trancheId, stream: { programmeId } },
      include: { stream: { include: { themes: { select: { id: true } } } } },
    });
    if (tranche === null) throw new NotFound("tranche");
    if (input.themeId !== null && !tranche.stream.themes.some(({ id }) => id === input.themeId))
      throw new NotFound("theme");
    if (input.areaId !== null && !(await tx.area.findFirst({ where: { id: input.areaId, programmeId } })))
      throw new NotFound("area");
    if (
      input.from !== null &&
      !(await tx.allocation.findFirst({ where: { id: input.from, programmeId, trancheId: tranche.id } }))
    )
      throw new NotFound("allocation");
    await tx.scenarioLine.create({
      data: {
        scenarioId: input.scenarioId,
        trancheId: tranche.id,
        fromAllocationId: input.from,
        toAreaId: input.areaId,
        toThemeId: input.themeId,
        years: input.years.map(({ year, amount }) => ({ year, amount: amount.toString() })),
      },
    });
    return input.scenarioId;
  });

export const removeScenarioLine = (
  grant: Granted,
  programmeId: string,
  {
    idempotencyKey: key,
    ...input
  }: { readonly idempotencyKey: string; readonly scenarioId: string; readonly lineId: string },
): Promise<string> =>
  write(grant, { key, action: "scenario.line-removed", input }, programmeId, async (tx) => {
    await openOwn(tx, grant.actor, programmeId, input.scenarioId);
    await tx.scenarioLine.deleteMany({ where: { id: input.lineId, scenarioId: input.scenarioId } });
    return input.scenarioId;
  });

export const shareScenario = (
  grant: Granted,
  programmeId: string,
  {
    idempotencyKey: key,
    ...input
  }: { readonly idempotencyKey: string; readonly scenarioId: string; readonly shared: boolean },
): Promise<string> =>
  write(grant, { key, action: "scenario.shared", input }, programmeId, async (tx) => {
    await openOwn(tx, grant.actor, programmeId, input.scenarioId);
    await tx.scenario.update({ where: { id: input.scenarioId }, data: { shared: input.shared } });
    return input.scenarioId;
  });

/**
 * Makes the real proposal of a scenario, whole and to be approved whole; the scenario is closed and points at it.
 * @returns the id of the batch
 * @throws NotFound, Refusal `not_open`, `blocked` with every reason of every line
 */
export async function proposeScenario(
  grant: Granted,
  programme: Programme,
  { idempotencyKey: key, ...input }: ProposeScenarioInput,
): Promise<string> {
  const { actor } = grant;
  const result = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "scenario.propose", input }, async () => {
      const scenario = await openOwn(tx, actor, programme.id, input.scenarioId);
      const { decisionNumber, decisionOn, decisionDocument, legalSource, reason } = input;
      const drafts = scenario.lines.flatMap((line) =>
        proposalsOf(line, { decisionNumber, decisionOn, decisionDocument, reason }),
      );
      const entered = {
        programme,
        origin: drafts.length > 0 && scenario.lines.every(isMovement) ? "reallocation" : "scenario",
        name: scenario.name,
        source: { scenario: scenario.name },
        lines: drafts.map((draft) => ({ ...draft, effectiveOn: decisionOn, legalSource })),
        as: "proposed",
      } as const;
      const id = await enterBatchIn(tx, actor, entered, async () => {
        const giving = scenario.lines.flatMap(({ from }) => (from === null ? [] : [from.allocationId]));
        for (const allocationId of [...new Set(giving)].sort()) await holdAllocation(tx, allocationId);
        return [...(await weighMovements(tx, programme.id, scenario.lines)).values()].flat();
      });
      await tx.scenario.update({
        where: { id: scenario.id },
        data: { proposedAt: new Date(), batchIds: [id] },
      });
      return { id };
    }),
  );
  return result.id;
}
