import type { Reading } from "@/lib/db/proposals/reading";
import type { Shown } from "@/lib/domain/proposals/deciding";

/** A chosen line as it was on the screen, with why it goes back. */
export interface ChosenLine extends Shown {
  readonly reason: string | null;
}

export interface BatchDecision {
  readonly idempotencyKey: string;
  readonly programme: { readonly id: string; readonly code: string };
  readonly batchId: string;
  readonly outcome: "approved" | "returned";
  /** These lines, or every open line as it was read. */
  readonly chosen: { readonly lines: readonly ChosenLine[] } | { readonly all: Reading };
  /** Why lines go back that have no reason of their own. */
  readonly reason: string | null;
}

/** How a decision came out; kept with its idempotency key, so that the page can tell it again. */
export interface BatchOutcome extends Record<string, string> {
  readonly outcome: "approved" | "returned";
  readonly posted: string;
  readonly waiting: string;
  readonly returned: string;
  /** Lines that changed since they were shown, and were left out. */
  readonly voided: string;
}
