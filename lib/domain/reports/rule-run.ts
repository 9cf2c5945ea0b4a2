import type { ReportRuleCode } from "../rules/report-rules";
import type { Finding } from "./finding";

export type RuleStep = "save" | "submit" | "review";

/** What a run found, as it was then. */
export interface KeptFinding extends Pick<Finding, "problem" | "severity" | "facts"> {
  readonly code: ReportRuleCode;
  readonly version: number;
  /** Key of the line or result; null for the report as a whole. */
  readonly line: string | null;
  readonly explanation: string | null;
  readonly waiver: boolean;
}

export interface RuleRunRow {
  readonly id: string;
  readonly version: number;
  readonly step: RuleStep;
  readonly at: Date;
  readonly personName: string | null;
  readonly findings: readonly KeptFinding[];
}
