import type { BlockingReason } from "../refusal";

/** Who decides about proposals of one stream. */
export interface Decider {
  readonly personId: string;
  /** Approves in their own right; a mere deputy does so on behalf of a principal. */
  readonly ownRight: boolean;
  /** Everybody for whom this person stands in today: what they entered, this person does not decide. */
  readonly principals: readonly string[];
  /** Those of them whose approval this person may give for this stream. */
  readonly mandates: readonly string[];
}

/** An approval that stands on the present content of a proposal. */
export interface StandingApproval {
  readonly personId: string;
  readonly onBehalfOf: string | null;
}

/** A proposal as a decision finds it. */
export interface Decidable {
  readonly id: string;
  /** Its place in the batch, from 1; null for one that is decided by itself. */
  readonly line: number | null;
  readonly status: "draft" | "proposed" | "returned" | "approved" | "cancelled";
  readonly version: number;
  readonly contentHash: string;
  /** The hash of what it says now; another one means that it was changed past the rules. */
  readonly trueHash: string;
  readonly createdBy: string;
  readonly approvals: readonly StandingApproval[];
}

/** What the person who decides had on the screen. */
export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly contentHash: string;
}

export type Obstacle = "not_open" | "four_eyes" | "stale" | "approved_twice";

/** Four eyes: nobody decides what they entered, nor what somebody entered for whom they stand in. */
export const isOfTheirOwn = (
  { createdBy }: Pick<Decidable, "createdBy">,
  { personId, principals }: Decider,
): boolean => createdBy === personId || principals.includes(createdBy);

/** Why this person cannot approve or return this proposal as it was shown; null when nothing stands in the way. */
export function obstacle(
  one: Decidable,
  shown: Shown,
  decider: Decider,
  outcome: "approved" | "returned",
): Obstacle | null {
  if (isOfTheirOwn(one, decider)) return "four_eyes";
  if (one.status !== "proposed") return "not_open";
  if (
    one.version !== shown.version ||
    one.contentHash !== shown.contentHash ||
    one.trueHash !== one.contentHash
  )
    return "stale";
  if (outcome === "approved" && one.approvals.some((earlier) => earlier.personId === decider.personId))
    return "approved_twice";
  return null;
}

/**
 * For whom this decision is: null in one's own right, else the first principal who has not approved it, in person or
 * through another deputy. A principal and their deputy are one pair of eyes, so the second of them approves for nobody.
 */
export function onBehalf(
  one: Decidable,
  { personId, ownRight, mandates }: Decider,
  outcome: "approved" | "returned",
): string | null | "nobody" {
  if (outcome === "returned") return ownRight ? null : (mandates[0] ?? "nobody");
  const taken = new Set(
    one.approvals.flatMap((earlier) => [earlier.personId, earlier.onBehalfOf ?? earlier.personId]),
  );
  if (ownRight) return taken.has(personId) ? "nobody" : null;
  return mandates.find((principal) => !taken.has(principal) && principal !== one.createdBy) ?? "nobody";
}

/** Lines of a batch as they fall apart: what goes on, what lost its place because it changed, what stands in the way. */
export interface Sorted<L extends Decidable> {
  readonly go: readonly L[];
  /** Changed or decided since it was shown: not approved, and said so. */
  readonly voided: readonly L[];
  /** Nothing is approved while one of these is chosen. */
  readonly blocked: readonly BlockingReason[];
}

/**
 * An approval is about exactly what was shown: a line that changed since is left out and named, and the others go on.
 * That somebody else decided a line in the meantime is no reason to refuse the rest either: it is decided once.
 */
export function sortLines<L extends Decidable>(
  lines: readonly L[],
  shown: readonly Shown[],
  deciderOf: (line: L) => Decider,
  outcome: "approved" | "returned",
): Sorted<L> {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const go: L[] = [];
  const voided: L[] = [];
  const blocked: BlockingReason[] = [];
  for (const one of shown) {
    const line = byId.get(one.id);
    if (line === undefined) continue;
    const decider = deciderOf(line);
    const why = obstacle(line, one, decider, outcome);
    if (why === "stale" || why === "not_open") voided.push(line);
    else if (why !== null || onBehalf(line, decider, outcome) === "nobody")
      blocked.push({ code: `batches.reasons.${why ?? "approved_twice"}`, line: line.line ?? undefined });
    else go.push(line);
  }
  return { go, voided, blocked };
}
