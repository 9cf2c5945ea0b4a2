import type { ReportEvidence } from "../evidence/coverage";
import type { FieldChange } from "./changes";
import type { EarlierPeriod, Finding, ReportResult } from "./finding";
import type { KnownFacts } from "./known";
import type { ReportPeriod } from "./period";
import type { Remark } from "./remarks";
import type { DeclaredExplanation, ReportContent } from "./report-content";
import type { ReportLine } from "./report-line";
import type { ReportAction, ReportStatus } from "./report-status";
import type { Standing } from "./rule-engine";
import type { RuleRunRow } from "./rule-run";
import type { Section, SignedSection } from "./sections";

/** A report and the window, stream and municipality it belongs to. */
export interface ReportHeader {
  readonly id: string;
  readonly number: string;
  readonly status: ReportStatus;
  readonly version: number;
  readonly contentHash: string | null;
  /** How often it was given back. */
  readonly round: number;
  /** Who saved it last; null before the first time. */
  readonly savedBy: string | null;
  readonly savedByName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly programmeId: string;
  readonly windowId: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly startsOn: Date;
  readonly endsOn: Date;
  readonly opensOn: Date;
  readonly dueOn: Date;
  readonly streamId: string;
  readonly streamName: string;
  readonly trancheId: string;
  readonly trancheName: string;
  readonly trancheLastYear: number | null;
  readonly vatBasis: string;
  /** The ministry that owns the stream today. */
  readonly ministryName: string | null;
  /** Whether the asker's organisations own the stream. */
  readonly owned: boolean;
}

export interface NamedLine extends ReportLine {
  /** Code of the area: the section that the line belongs to. */
  readonly section: string;
  readonly areaName: string;
  readonly themeNameNl: string;
  readonly themeNameEn: string;
}

export interface NamedResult extends ReportResult {
  readonly nameNl: string;
  readonly nameEn: string;
  readonly unitNl: string;
  readonly unitEn: string;
  readonly target: bigint | null;
  readonly targetText: string | null;
  readonly definition: string | null;
}

export interface ReportEventRow {
  readonly version: number;
  readonly action: ReportAction;
  readonly reason: string | null;
  readonly contentHash: string | null;
  readonly content: unknown;
  readonly personId: string;
  readonly personName: string;
  readonly at: Date;
}

export interface WholeReport {
  readonly header: ReportHeader;
  readonly period: ReportPeriod;
  readonly earlier: readonly EarlierPeriod[];
  readonly lines: readonly NamedLine[];
  readonly results: readonly NamedResult[];
  readonly evidence: ReportEvidence;
  /** Answers to warnings that have no field of their own on a line. */
  readonly explanations: readonly DeclaredExplanation[];
  readonly findings: readonly Finding[];
  /** What else the rules looked at, and what people decided about them: to judge figures that are not stored yet. */
  readonly known: KnownFacts;
  readonly standing: Standing;
  /** What the municipality declares, and its hash. */
  readonly content: ReportContent;
  readonly hash: string;
  readonly sections: readonly Section[];
  readonly remarks: readonly Remark[];
}

/** What this reader can do with the report now; `barred` is who could, but filled or signed it. */
export interface ReportSteps {
  readonly fill: boolean;
  readonly sign: boolean;
  readonly review: boolean;
  readonly barred: boolean;
  /** An officer looks at a report that another ministry reviews. */
  readonly elsewhere: boolean;
}

export interface ReportFile extends WholeReport {
  readonly events: readonly ReportEventRow[];
  /** What the rules found at each step, newest first. */
  readonly runs: readonly RuleRunRow[];
  readonly today: string;
  /** A ministry does not see the lines of a report that is with the municipality. */
  readonly visible: boolean;
  readonly steps: ReportSteps;
  readonly signed: readonly SignedSection[];
  /** What changed since it was signed or given back the last time; null when it never was. */
  readonly changes: readonly FieldChange[] | null;
  /** Per "area/theme": what the last accepted report said. */
  readonly previous: ReadonlyMap<string, { readonly spent: bigint | null; readonly forecast: bigint | null }>;
}
