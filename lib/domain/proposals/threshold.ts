import type { Cents } from "../money";
import type { BlockingReason } from "../refusal";

/** A threshold as it is listed; without an amount it ends an earlier one. */
export interface ThresholdRow {
  readonly id: string;
  readonly stream: string;
  readonly validFrom: string;
  readonly amount: Cents | null;
  readonly legalSource: string;
  readonly author: string;
  readonly decider: string | null;
  readonly state: "proposed" | "confirmed" | "refused";
  /** Entered by who looks: another person confirms it. */
  readonly own: boolean;
  /** Of a stream of the reader's ministry. */
  readonly mine: boolean;
}

/** Why this threshold cannot be entered. It never reaches back: what was approved stays approved. */
export function thresholdReasons(
  entered: { readonly validFrom: string; readonly amount: Cents | null },
  facts: { readonly today: string; readonly undecided: boolean },
): BlockingReason[] {
  const { validFrom, amount } = entered;
  return [
    ...(validFrom < facts.today
      ? [
          {
            code: "batches.thresholds.reasons.past",
            field: "validFrom",
            facts: { givenOn: validFrom, todayOn: facts.today },
          },
        ]
      : []),
    ...(amount !== null && amount < 0n
      ? [
          {
            code: "batches.thresholds.reasons.negative",
            field: "amount",
            facts: { givenCents: amount.toString() },
          },
        ]
      : []),
    ...(facts.undecided ? [{ code: "batches.thresholds.reasons.same", field: "validFrom" }] : []),
  ];
}
