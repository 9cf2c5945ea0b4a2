import { GENERATOR } from "@/lib/domain/sampling/generator";
import type { SampleAsked, SamplePlan } from "@/lib/domain/sampling/plan";
import type { Tx } from "../transaction";
import type { Drawn } from "./draw";
import type { PopulationAsked } from "./population";

export interface NewSample {
  readonly number: string;
  readonly purpose: string;
  readonly population: PopulationAsked;
  /** UTC with six decimals. */
  readonly knownAt: string;
  readonly ledgerSeq: bigint;
  readonly zeros: number;
  readonly seed: string;
  readonly asked: SampleAsked;
  readonly plan: SamplePlan;
  readonly drawn: Drawn;
  readonly drawnBy: string;
}

/** Keeps a sample with its items, and everything that is needed to draw it again. */
export async function writeSample(tx: Tx, made: NewSample): Promise<string> {
  const { population, asked, plan, drawn } = made;
  const monetary = plan.method === "monetary" ? plan : null;
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO sample (programme_id, number, method, purpose, stream_id, municipality_id, year, known_at, ledger_seq,
      generator, seed, confidence, tolerable, expected, factor, interval_cents, start_cents, size, allowed,
      positive_count, positive_cents, negative_count, negative_cents, zero_count, digest, item_count, drawn_by)
    VALUES (${population.programmeId}::uuid, ${made.number}, ${plan.method}::sample_method, ${made.purpose},
      ${population.streamId}::uuid, ${population.municipalityId}::uuid, ${population.year}::int,
      ${made.knownAt}::timestamptz, ${made.ledgerSeq}::bigint, ${GENERATOR}, ${made.seed}, ${asked.confidence}::int,
      ${asked.tolerable}::int, ${asked.expected}::int, ${monetary?.factor ?? null}::bigint,
      ${monetary?.interval ?? null}::bigint, ${drawn.start}::bigint, ${plan.size}::int,
      ${plan.method === "attribute" ? plan.allowed : null}::int, ${drawn.totals.positive}::int,
      ${drawn.totals.positiveCents}::bigint, ${drawn.totals.negative}::int, ${drawn.totals.negativeCents}::bigint,
      ${made.zeros}::int, ${drawn.digest}, ${drawn.items.length}::int, ${made.drawnBy}::uuid)
    RETURNING id::text`;
  const sampleId = row?.id ?? "";
  await tx.sampleItem.createMany({
    data: drawn.items.map(({ line, stratum, hit }, index) => ({
      sampleId,
      programmeId: population.programmeId,
      seq: line.seq,
      position: index + 1,
      stratum,
      amountCents: line.amount,
      hitCents: hit,
      municipalityId: line.municipalityId,
    })),
  });
  return sampleId;
}
