import { type Cents, cents } from "../money";
import type { Stratum } from "./drawing";

/** What an auditor established about an item of a monetary sample. */
export interface Established {
  /** What of the booked amount is right. */
  readonly audited: Cents;
  /** The part of the difference of which it cannot be told whether it is right. */
  readonly uncertain: Cents;
}

export interface ExaminedItem extends Established {
  readonly seq: bigint;
  readonly stratum: Stratum;
  readonly booked: Cents;
}

export interface Difference {
  /** Booked too much. */
  readonly error: Cents;
  readonly uncertain: Cents;
  /** Booked too little: told apart, because it never makes an upper limit smaller. */
  readonly under: Cents;
}

export function differenceOf({ booked, audited, uncertain }: ExaminedItem): Difference {
  const gap = booked - audited;
  if (gap < 0n) return { error: cents(0n), uncertain: cents(0n), under: cents(-gap) };
  return { error: cents(gap - uncertain), uncertain, under: cents(0n) };
}

export type EstablishedProblem = "below_zero" | "uncertain_below_zero" | "uncertain_too_high";

/** What cannot have been established: less than nothing, or more uncertain than there is a difference. */
export function establishedProblem(
  booked: Cents,
  { audited, uncertain }: Established,
): EstablishedProblem | null {
  if (audited < 0n) return "below_zero";
  if (uncertain < 0n) return "uncertain_below_zero";
  const gap = booked - audited;
  return uncertain > (gap > 0n ? gap : 0n) ? "uncertain_too_high" : null;
}
