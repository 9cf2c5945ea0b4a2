export type RefusalCode =
  | "unbalanced"
  | "append_only"
  | "exceeds_ceiling"
  | "exceeds_allocation"
  | "not_approved"
  | "four_eyes"
  | "stale"
  | "not_open"
  | "reason_required"
  | "key_reused"
  | "blocked"
  | "together"
  | "above_award"
  | "settled"
  | "settlement_differs"
  | "schedule_differs"
  | "sisa_differs"
  | "sisa_closed"
  | "rule_fixed"
  | "rule_backwards"
  | "approved_twice"
  | "window_closed"
  | "window_order"
  | "sample_differs"
  | "finding_differs"
  | "cross_check_differs"
  | "not_allowed";

/** One of several reasons, each with the field it is about and the facts for its sentence. */
export interface BlockingReason {
  readonly code: string;
  readonly field?: string;
  /** Of a batch: the line that it is about, counted from 1. */
  readonly line?: number;
  readonly facts?: Readonly<Record<string, string>>;
  /** Where it can be lifted. */
  readonly href?: string;
}

/** A rule of the ledger said no: expected, and safe to show. Anything else thrown is a bug. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string>>;
  /** Every reason at once, when a form is blocked. */
  readonly reasons: readonly BlockingReason[];

  constructor(
    code: RefusalCode,
    facts: Readonly<Record<string, string>> = {},
    reasons: readonly BlockingReason[] = [],
  ) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.reasons = reasons;
  }
}

/** What does not exist and what is out of scope look the same. */
export class NotFound extends Error {
  override readonly name = "NotFound";
}
