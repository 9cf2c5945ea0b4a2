import type { Cents } from "@/lib/domain/money";
import {
  AttributeDrawing,
  type Drawing,
  type DrawnItem,
  MonetaryDrawing,
} from "@/lib/domain/sampling/drawing";
import { minimumFor } from "@/lib/domain/sampling/minimum";
import type { SamplePlan } from "@/lib/domain/sampling/plan";
import { PopulationCount, type PopulationTotals } from "@/lib/domain/sampling/population";
import { sha256 } from "../hash";
import type { Tx } from "../transaction";
import { readMinimums } from "./minimums";
import { type PopulationAsked, populationLines } from "./population";

export interface Drawn {
  readonly items: readonly DrawnItem[];
  readonly totals: PopulationTotals;
  readonly digest: string;
  /** Of a monetary sample: the first cent that is hit. */
  readonly start: bigint | null;
}

type Design = { readonly interval: Cents } | { readonly size: number };

export const designOf = (plan: SamplePlan): Design =>
  plan.method === "monetary" ? { interval: plan.interval } : { size: plan.size };

/** Goes once through the population and draws from it. The same seed, design and last entry give the same items. */
export async function drawFrom(
  tx: Tx,
  population: PopulationAsked,
  {
    ledgerSeq,
    seed,
    design,
    drawnAt,
  }: {
    readonly ledgerSeq: bigint;
    readonly seed: string;
    readonly design: Design;
    /** Settings that were entered later do not count; null counts all. */
    readonly drawnAt: Date | null;
  },
): Promise<Drawn> {
  const minimums = await readMinimums(tx, population.programmeId, drawnAt);
  const count = new PopulationCount(sha256);
  const monetary =
    "interval" in design ? new MonetaryDrawing(sha256, { seed, interval: design.interval }) : null;
  const drawing: Drawing =
    monetary ?? new AttributeDrawing(sha256, { seed, size: "size" in design ? design.size : 0 });
  for await (const line of populationLines(tx, population, ledgerSeq)) {
    count.add(line);
    drawing.add(line);
  }
  return {
    items: drawing.drawn((year) => minimumFor(minimums, year)?.threshold ?? null),
    totals: count.totals,
    digest: count.digest,
    start: monetary?.start ?? null,
  };
}
