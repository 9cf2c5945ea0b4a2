import type { Cents } from "../money";

/** Why a row and something of ours are the same thing. */
export const PAIR_REASONS = [
  "by_hand",
  "decision_number",
  "allocation_number",
  "municipality",
  "area",
  "year",
  "amount",
] as const;
export type PairReason = (typeof PAIR_REASONS)[number];

/** What a number is, on the side that knows; a row only says it. */
export type NumberSort = Extract<PairReason, "decision_number" | "allocation_number"> | null;

/** Something on one of the two sides, by what it can be recognised by. Both sides look the same: neither comes first. */
export interface Party {
  readonly key: string;
  /** Its numbers, without case and dashes. */
  readonly numbers: ReadonlyMap<string, NumberSort>;
  /** Says a number, known to the other side or not. */
  readonly named: boolean;
  readonly municipality: string | null;
  /** Says a municipality that nobody knows: then its amount alone says nothing. */
  readonly stranger: boolean;
  readonly area: string | null;
  readonly year: number | null;
  readonly amount: Cents;
  /** False for what is known and came to nothing: that is only found by its number. */
  readonly counts: boolean;
}

/** What belongs together of both sides. */
export interface Pair {
  readonly left: readonly Party[];
  readonly right: readonly Party[];
  readonly reasons: readonly PairReason[];
  /** More than one thing fits, and nothing says which. */
  readonly ambiguous: boolean;
}

export const total = (parties: readonly Party[]): bigint =>
  parties.reduce((all, { amount }) => all + amount, 0n);
