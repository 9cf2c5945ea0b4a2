import { cents } from "../money";
import type { BlockingReason } from "../refusal";
import type { BatchDraft } from "./batch";
import { isSettlement } from "./blocking-reasons";
import type { ProposedFacts } from "./proposal-content";

/** A kept line as it is checked again: a batch has no ceilings and no settlements. */
export function draftOf(facts: ProposedFacts): BatchDraft {
  const amount = (value: bigint | null | undefined) => (value == null ? null : cents(value));
  const { kind, lines, ...rest } = facts;
  if (kind === "ceiling" || isSettlement(kind)) throw new Error(`a ${kind} is no line of a batch`);
  return {
    ...rest,
    kind,
    years: lines,
    decisionCents: amount(facts.decisionCents),
    grossCents: amount(facts.grossCents),
    bcfCents: amount(facts.bcfCents),
    awardedCents: amount(facts.awardedCents),
  };
}

/** Reasons about `lines.<index>.<field>` as reasons about a line of the batch, with where it can be changed. */
export const atTheirLines = (
  reasons: readonly BlockingReason[],
  lines: readonly { readonly id: string; readonly line: number | null }[],
  base: string,
): BlockingReason[] =>
  reasons.map(({ field = "", ...reason }) => {
    const at = lines[Number(/^lines\.(\d+)\./.exec(field)?.[1])];
    if (at === undefined) return { ...reason, field };
    return { href: `${base}/voorstellen/${at.id}`, ...reason, line: at.line ?? undefined };
  });
