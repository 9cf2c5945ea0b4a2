import type { Cents } from "../money";
import type { BlockingReason } from "../refusal";
import type { FindingNature, FindingSide } from "./finding";

/** What is written about a finding before it is kept. */
export interface WrittenFinding {
  readonly side: FindingSide;
  readonly streamId: string | null;
  readonly municipalityId: string | null;
  readonly nature: FindingNature;
  readonly amount: Cents | null;
  readonly dueOn: string;
  readonly entries: readonly bigint[];
}

export interface FindingFacts {
  readonly today: string;
  /** Of the entries: those that exist in the programme, with where they are booked. */
  readonly known: ReadonlyMap<bigint, { readonly streamId: string; readonly municipalityId: string | null }>;
}

/** Everything that keeps a finding from being written, at once. */
export function findingReasons(written: WrittenFinding, { today, known }: FindingFacts): BlockingReason[] {
  const { side, streamId, municipalityId, nature, amount, dueOn } = written;
  const reasons: BlockingReason[] = [];
  const say = (name: string, field: string, facts: Readonly<Record<string, string>> = {}) =>
    reasons.push({ code: `findings.reasons.${name}`, field, facts });
  if (side === "municipality" && municipalityId === null) say("no_municipality", "municipalityId");
  if (side === "ministry" && streamId === null) say("no_stream", "streamId");
  if (nature !== "none" && streamId === null && side !== "ministry") say("amount_needs_stream", "streamId");
  if (nature !== "none" && amount === null) say("no_amount", "amount");
  if (nature === "none" && amount !== null) say("amount_without_nature", "nature");
  if (amount !== null && amount <= 0n) say("amount_not_above_zero", "amount");
  if (dueOn < today) say("due_past", "dueOn");
  for (const seq of written.entries) {
    const entry = known.get(seq);
    if (entry === undefined) say("unknown_entry", "entries", { seq: String(seq) });
    else if (
      (municipalityId !== null && entry.municipalityId !== municipalityId) ||
      (streamId !== null && entry.streamId !== streamId)
    )
      say("entry_elsewhere", "entries", { seq: String(seq) });
  }
  return reasons;
}
