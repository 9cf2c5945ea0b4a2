import { cents } from "../money";
import type { BlockingReason } from "../refusal";
import { attributePlan } from "./attribute";
import { type MonetaryPlan, monetaryPlan } from "./monetary";
import type { PopulationTotals } from "./population";

export const SAMPLE_METHODS = ["monetary", "attribute"] as const;
export type SampleMethod = (typeof SAMPLE_METHODS)[number];

/** Confidence levels to choose from, in hundredths of a percent. */
export const CONFIDENCES = [8000, 8500, 9000, 9500, 9750, 9900] as const;

/** What an auditor asks of a sample; shares in hundredths of a percent. */
export interface SampleAsked {
  readonly method: SampleMethod;
  readonly confidence: number;
  readonly tolerable: number;
  readonly expected: number;
}

export type SamplePlan =
  | ({ readonly method: "monetary" } & MonetaryPlan)
  | { readonly method: "attribute"; readonly size: number; readonly allowed: number };

/** Why there is no such sample: nothing to draw from, no room between expected and tolerable, more than anybody examines. */
export type PlanProblem = "nothing" | "expected_too_high" | "too_many";

export const planReason = (problem: PlanProblem): BlockingReason => ({
  code: `sampling.reasons.${problem}`,
  ...(problem === "expected_too_high" ? { field: "verwacht" } : {}),
});

export function planSample(asked: SampleAsked, totals: PopulationTotals): SamplePlan | PlanProblem {
  if (asked.expected >= asked.tolerable) return "expected_too_high";
  if (asked.method === "attribute") return planAttribute(asked, totals.positive + totals.negative);
  const plan = monetaryPlan({ ...asked, total: cents(totals.positiveCents) });
  return typeof plan === "string" ? plan : { method: "monetary", ...plan };
}

function planAttribute(asked: SampleAsked, items: number): SamplePlan | PlanProblem {
  if (items === 0) return "nothing";
  const plan = attributePlan({ ...asked, items });
  if (plan === null) return "too_many";
  // All of it: what may deviate is then no matter of chance any more.
  if (plan === "all")
    return { method: "attribute", size: items, allowed: Math.floor((items * asked.tolerable) / 10_000) };
  return { method: "attribute", ...plan };
}
