import "server-only";
import { countPopulation, lastKnown, zeroLines } from "@/lib/db/sampling/population";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type PlanProblem, planSample, type SampleAsked, type SamplePlan } from "@/lib/domain/sampling/plan";
import type { PopulationTotals } from "@/lib/domain/sampling/population";

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the page about a new sample shows before anything is drawn. */
export interface PlannedSample {
  readonly streams: readonly Choice[];
  readonly municipalities: readonly Choice[];
  readonly totals: PopulationTotals;
  readonly zeros: number;
  /** The last entry that was known; null when nothing was recorded yet. */
  readonly ledgerSeq: bigint | null;
  readonly plan: SamplePlan | PlanProblem;
}

interface Asked extends SampleAsked {
  readonly stream: string | null;
  readonly municipality: string | null;
  readonly year: number | null;
  readonly knownAt: string;
}

const NOTHING: PopulationTotals = { positive: 0, positiveCents: 0n, negative: 0, negativeCents: 0n };

export const planNewSample = (
  grant: Grant<"sample:manage">,
  programmeId: string,
  asked: Asked,
): Promise<PlannedSample> =>
  inContext(grant.actor, async (tx) => {
    const streams = await tx.stream.findMany({ where: { programmeId }, orderBy: { position: "asc" } });
    const places = await tx.programmeParticipant.findMany({
      where: { programmeId, organisation: { kind: "municipality" } },
      include: { organisation: true },
      orderBy: { organisation: { preferredName: "asc" } },
    });
    const { stream: streamId, municipality: municipalityId, year, knownAt } = asked;
    const population = { programmeId, streamId, municipalityId, year };
    const ledgerSeq = await lastKnown(tx, programmeId, knownAt);
    const totals = ledgerSeq === null ? NOTHING : await countPopulation(tx, population, ledgerSeq);
    return {
      streams: streams.map(({ id, shortName }) => ({ id, name: shortName })),
      municipalities: places.map(({ organisation: { id, preferredName } }) => ({ id, name: preferredName })),
      totals,
      zeros: (await zeroLines(tx, population, knownAt)).length,
      ledgerSeq,
      plan: planSample(asked, totals),
    };
  });
