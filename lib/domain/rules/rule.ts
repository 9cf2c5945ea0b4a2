/** A block stands until the figures change, a warning until it is answered; what informs stands in nobody's way. */
export type RuleSeverity = "block" | "warn" | "inform";

export const RULE_SUBJECTS = [
  "input",
  "allocation",
  "change",
  "distribution",
  "payment",
  "claim",
  "report",
  "levels",
  "sisa",
  "audit",
  "workflow",
  "ledger",
  "people",
] as const;
export type RuleSubject = (typeof RULE_SUBJECTS)[number];

export interface CatalogueRule {
  /** Never changes: people cite it. Letters and numbers follow the sources where a rule comes from one. */
  readonly code: string;
  readonly subject: RuleSubject;
  readonly severities: readonly RuleSeverity[];
  /** Who keeps it: the application, the database, or both. */
  readonly keeper: "application" | "database" | "both";
  /** The day on which it came to hold, yyyy-mm-dd. */
  readonly since: string;
  /** Every reason of a refusal that says this rule; `proposals.stale.*` stands for all that begin so. */
  readonly reasons?: readonly string[];
  /** SQLSTATEs with which the database refuses. */
  readonly guards?: readonly string[];
}

export const FIRST_DAY = "2026-11-23";
export const DESK_DAY = "2026-11-24";
export const REPORT_DAY = "2026-11-28";

/** Reasons of one feature: the words of their codes behind its name. */
export const reasonsOf = (feature: string, ...names: readonly string[]): string[] =>
  names.map((name) => `${feature}.${name}`);
