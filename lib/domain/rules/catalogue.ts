/** Every rule that is built, with a code that never changes. Sentences and sources: messages, `reports.rulebook`. */

/** A block stands until the figures change, a question until it is answered. */
export type RuleSeverity = "block" | "question";
export type RuleSubject = "input" | "report" | "workflow" | "ledger";

export interface CatalogueRule {
  readonly code: string;
  readonly subject: RuleSubject;
  readonly severities: readonly RuleSeverity[];
  /** Who keeps it: the application, the database, or both. */
  readonly keeper: "application" | "database" | "both";
}

export const RULES = [
  { code: "S17", subject: "input", severities: ["block"], keeper: "application" },
  { code: "S2", subject: "report", severities: ["block"], keeper: "application" },
  { code: "S3", subject: "report", severities: ["block"], keeper: "application" },
  { code: "S4", subject: "report", severities: ["block"], keeper: "both" },
  { code: "S5", subject: "report", severities: ["block"], keeper: "application" },
  { code: "S6", subject: "report", severities: ["block", "question"], keeper: "both" },
  { code: "S7", subject: "report", severities: ["block"], keeper: "application" },
  { code: "S8", subject: "report", severities: ["block"], keeper: "application" },
  { code: "S16", subject: "report", severities: ["block"], keeper: "application" },
  { code: "W1", subject: "workflow", severities: ["block"], keeper: "both" },
  { code: "W3", subject: "workflow", severities: ["block"], keeper: "both" },
  { code: "W4", subject: "workflow", severities: ["block"], keeper: "both" },
  { code: "W6", subject: "workflow", severities: ["block"], keeper: "both" },
  { code: "X5", subject: "ledger", severities: ["block"], keeper: "database" },
  { code: "X13", subject: "ledger", severities: ["block"], keeper: "database" },
] as const satisfies readonly CatalogueRule[];

export type RuleCode = (typeof RULES)[number]["code"];
