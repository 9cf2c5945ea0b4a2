import type { ReportEvidence } from "../evidence/coverage";
import type { Cents } from "../money";
import type { ReportRuleCode } from "../rules/report-rules";
import type { KnownFacts } from "./known";
import type { ReportPeriod } from "./period";
import type { ReportLine } from "./report-line";
import type { ReportStatus } from "./report-status";

export interface ReportResult {
  /** Code of the indicator; names the fields. */
  readonly key: string;
  readonly indicatorId: string;
  readonly value: bigint | null;
  readonly note: string | null;
}

/** An earlier period of the same tranche for which a report is needed, and how that stands. */
export interface EarlierPeriod {
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly endsOn: string;
  readonly status: ReportStatus | null;
}

export interface ReportToCheck {
  readonly period: ReportPeriod;
  readonly today: string;
  /** What is about to happen: the municipality submits, or the ministry accepts. */
  readonly stage: "submit" | "review";
  readonly earlier: readonly EarlierPeriod[];
  readonly lines: readonly ReportLine[];
  readonly results: readonly ReportResult[];
  /** Of the ministry, not answered yet. */
  readonly openQuestions: number;
  readonly evidence?: ReportEvidence;
  /** Absent where only the report itself is at hand; rules that need it then say nothing. */
  readonly known?: KnownFacts;
}

/** A fact for the sentence: an amount, a part of a whole, a date or text; only views turn it into words. */
export type FindingFact =
  | string
  | { readonly cents: Cents }
  | { readonly part: bigint; readonly whole: bigint }
  | { readonly date: string };

export type FindingSeverity = "block" | "question" | "inform" | "simulated";

/** Something that a rule has to say about one report. */
export interface Finding {
  readonly code: ReportRuleCode;
  /** Which of the rule's sentences it is. */
  readonly problem: string;
  /**
   * A question stands in the way until it is answered; a block until the figures change. What informs or is only being
   * tried stands in nobody's way.
   */
  readonly severity: FindingSeverity;
  readonly answered?: boolean;
  /** Of the rule, in code. */
  readonly version?: number;
  /** What the municipality wrote about it, where the finding has a field of its own. */
  readonly explanation?: string | null;
  /** Found, and lifted for this municipality. */
  readonly waiver?: { readonly id: string; readonly expiresOn: string };
  /** The line or result it is about, by key. */
  readonly line?: string;
  readonly result?: string;
  /** Name of the field that would lift it; absent when no field would. */
  readonly field?: string;
  readonly facts: Readonly<Record<string, FindingFact>>;
}

export type ReportRule = (report: ReportToCheck) => readonly Finding[];
