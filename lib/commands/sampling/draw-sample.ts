import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { designOf, drawFrom } from "@/lib/db/sampling/draw";
import { holdMinimums } from "@/lib/db/sampling/minimums";
import { nextSampleNumber } from "@/lib/db/sampling/numbers";
import { countPopulation, lastKnown, type PopulationAsked, zeroLines } from "@/lib/db/sampling/population";
import { writeSample } from "@/lib/db/sampling/write-sample";
import { inContext, LONG, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { type PlanProblem, planReason, planSample } from "@/lib/domain/sampling/plan";
import type { DrawInput } from "@/lib/input/sampling";

export interface SampledProgramme {
  readonly id: string;
  readonly numberPrefix: string;
}

/**
 * Draws a sample from what was recorded at an instant, and keeps it with all that is needed to draw it again.
 * @throws NotFound, Refusal `blocked` when such a sample cannot be
 */
export async function drawSample(
  grant: Grant<"sample:manage">,
  programme: SampledProgramme,
  { idempotencyKey: key, ...input }: DrawInput,
  today: string,
): Promise<string> {
  const { actor } = grant;
  const done = await inContext(
    actor,
    (tx) =>
      once(tx, actor, { key, action: "sample.draw", input }, async () => {
        const { streamId, municipalityId, year, knownAt, seed } = input;
        const population = { programmeId: programme.id, streamId, municipalityId, year };
        await requirePlace(tx, population);
        await holdMinimums(tx, programme.id);
        const ledgerSeq = await lastKnown(tx, programme.id, knownAt);
        if (ledgerSeq === null) throw blocked("nothing");
        const totals = await countPopulation(tx, population, ledgerSeq);
        const plan = planSample(input, totals);
        if (typeof plan === "string") throw blocked(plan);
        const drawn = await drawFrom(tx, population, {
          ledgerSeq,
          seed,
          design: designOf(plan),
          drawnAt: null,
        });
        const number = await nextSampleNumber(tx, programme.id, programme.numberPrefix, today.slice(0, 4));
        const id = await writeSample(tx, {
          number,
          purpose: input.purpose ?? "",
          population,
          knownAt,
          ledgerSeq,
          zeros: (await zeroLines(tx, population, knownAt)).length,
          seed,
          asked: input,
          plan,
          drawn,
          drawnBy: actor.personId ?? "",
        });
        await recordAudit(tx, actor, {
          action: "sample.drawn",
          programmeId: programme.id,
          municipalityId,
          subjectKind: "sample",
          subjectId: id,
          facts: {
            number,
            method: plan.method,
            seed,
            ledgerSeq,
            items: drawn.items.length,
            digest: drawn.digest,
          },
        });
        return { id };
      }),
    LONG,
  );
  return done.id;
}

const blocked = (problem: PlanProblem) => new Refusal("blocked", {}, [planReason(problem)]);

async function requirePlace(
  tx: Tx,
  { programmeId, streamId, municipalityId }: PopulationAsked,
): Promise<void> {
  const stream = streamId === null ? 1 : await tx.stream.count({ where: { id: streamId, programmeId } });
  const municipality =
    municipalityId === null
      ? 1
      : await tx.programmeParticipant.count({
          where: { programmeId, organisationId: municipalityId, organisation: { kind: "municipality" } },
        });
  if (stream === 0 || municipality === 0) throw new NotFound("population");
}
