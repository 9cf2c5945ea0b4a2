import { namesNumber, plainNumber } from "./named-numbers";
import type { PaymentLine } from "./payment-line";

/** An allocation as a payment can be recognised by; amounts in cents. */
export interface PayableAllocation {
  readonly id: string;
  readonly number: string;
  readonly decisionNumber: string;
  readonly municipality: string;
  readonly area: string;
  /** Awarded, less what was paid and is under way. */
  readonly left: bigint;
}

export const MATCH_REASONS = ["decision_number", "allocation_number", "counterparty", "amount_left"] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface Candidate {
  readonly id: string;
  readonly reasons: readonly MatchReason[];
}

/** What a payment may be on, best first; `best` only when one allocation is named by its own number and no other is. */
export interface Match {
  readonly verdict: "matched" | "ambiguous" | "unmatched";
  readonly best: string | null;
  readonly candidates: readonly Candidate[];
}

/** Which allocations this payment can be on, with the reasons for each. */
export function matchPayment(line: PaymentLine, allocations: readonly PayableAllocation[]): Match {
  const said = `${line.reference} ${line.text}`;
  const candidates = allocations
    .map((one): Candidate => {
      const reasons: MatchReason[] = [];
      if (namesNumber(said, one.decisionNumber)) reasons.push("decision_number");
      if (namesNumber(said, one.number)) reasons.push("allocation_number");
      if (plainNumber(line.counterparty).includes(plainNumber(one.municipality)))
        reasons.push("counterparty");
      if (line.direction === "advance" && line.amount === one.left) reasons.push("amount_left");
      return { id: one.id, reasons };
    })
    .filter(({ reasons }) => reasons.some((reason) => reason !== "amount_left"))
    .sort((a, b) => weight(b) - weight(a));
  const named = candidates.filter(isNamed);
  if (named.length === 1) return { verdict: "matched", best: named[0]?.id ?? null, candidates };
  return { verdict: candidates.length === 0 ? "unmatched" : "ambiguous", best: null, candidates };
}

const isNamed = ({ reasons }: Candidate) =>
  reasons.includes("decision_number") || reasons.includes("allocation_number");
const weight = (candidate: Candidate) => (isNamed(candidate) ? 10 : 0) + candidate.reasons.length;
