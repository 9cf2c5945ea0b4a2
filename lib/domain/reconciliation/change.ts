import type { TwoLanguages } from "./label";

export const CHANGE_KINDS = [
  "conflict_found",
  "conflict_decided",
  "claim",
  "link",
  "link_withdrawn",
  "key",
  "input",
  "rule_stage",
  "rule_waiver",
  "window",
  "window_moved",
  "exception",
  "threshold",
  "sisa_code",
  "evidence",
  "schedule",
  "report_submitted",
  "report_returned",
  "report_accepted",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Something beside the journal that came to be known: a source, a key, a rule, reference data, a decision, a report. */
export interface Change {
  readonly kind: ChangeKind;
  /** UTC with six decimals. */
  readonly at: string;
  readonly by: string | null;
  /** What it is about, by name. */
  readonly subject: TwoLanguages;
  /** Which version of it, for what has versions. */
  readonly version: number | null;
  /** What it became, or why. */
  readonly detail: string | null;
  /** Code or id of what has a page of its own; empty for what stands in one list. */
  readonly ref: string;
}
