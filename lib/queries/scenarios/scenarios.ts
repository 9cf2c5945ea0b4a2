import "server-only";
import { batchFacts } from "@/lib/db/proposals/batch-facts";
import { presentCells, readScenario, type StoredScenario } from "@/lib/db/scenarios/read-scenario";
import { weighMovements } from "@/lib/db/scenarios/weigh";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type BatchDraft, batchReasons } from "@/lib/domain/proposals/batch";
import type { BlockingReason } from "@/lib/domain/refusal";
import type { PresentCell } from "@/lib/domain/scenarios/effect";
import { proposalsOf } from "@/lib/domain/scenarios/scenario";

export interface ScenarioHeader {
  readonly id: string;
  readonly name: string;
  readonly author: string;
  readonly own: boolean;
  readonly shared: boolean;
  readonly lines: number;
  readonly createdAt: Date;
  readonly proposedAt: Date | null;
}

/** This person's scenarios and those that colleagues of the ministry shared; newest first. */
export const listScenarios = (
  grant: Grant<"scenario:read" | "allocation:propose">,
  programmeId: string,
): Promise<ScenarioHeader[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.scenario.findMany({
      where: { programmeId },
      include: { author: true, _count: { select: { lines: true } } },
      orderBy: { createdAt: "desc" },
    });
    return rows.map(({ author, _count, createdBy, ...row }) => ({
      ...row,
      author: author.name,
      own: createdBy === grant.actor.personId,
      lines: _count.lines,
    }));
  });

export interface ScenarioView extends StoredScenario {
  readonly own: boolean;
  readonly present: readonly PresentCell[];
  /** What would stand in the way of proposing each line today. */
  readonly reasons: ReadonlyMap<string, readonly BlockingReason[]>;
}

/** For its maker, and once it is shared for every colleague of the ministry. @throws NotFound */
export const findScenario = (
  grant: Grant<"scenario:read">,
  programme: { readonly id: string; readonly code: string },
  id: string,
  today: string,
): Promise<ScenarioView> =>
  inContext(grant.actor, async (tx) => {
    const scenario = await readScenario(tx, programme.id, id);
    return {
      ...scenario,
      own: scenario.authorId === grant.actor.personId,
      present: await presentCells(tx, programme.id),
      reasons: scenario.proposedAt === null ? await reasonsOf(tx, programme, scenario, today) : new Map(),
    };
  });

/** Decision and reason are asked when the scenario becomes a proposal; until then they stand in nobody's way. */
async function reasonsOf(
  tx: Tx,
  programme: { readonly id: string; readonly code: string },
  scenario: StoredScenario,
  today: string,
): Promise<ReadonlyMap<string, readonly BlockingReason[]>> {
  const decision = { decisionNumber: "-", decisionOn: today, reason: "-" };
  const drafts: (BatchDraft & { readonly lineId: string })[] = scenario.lines.flatMap((line) =>
    proposalsOf(line, decision).map((draft) => ({ ...draft, lineId: line.id })),
  );
  if (drafts.length === 0) return new Map();
  const facts = await batchFacts(tx, programme, drafts);
  const found = await weighMovements(tx, programme.id, scenario.lines);
  for (const reason of batchReasons(drafts, facts.factsOf, facts.rooms, true)) {
    const lineId = drafts.find((_, index) => reason.field?.startsWith(`lines.${index}.`))?.lineId;
    if (lineId !== undefined) found.set(lineId, [...(found.get(lineId) ?? []), reason]);
  }
  return found;
}
