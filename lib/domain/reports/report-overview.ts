import type { ReportState } from "./report-status";

export interface ReportFilters {
  readonly stream?: string;
  readonly municipality?: string;
  readonly year?: number;
  /** `late` also finds drafts and returned reports past their date. */
  readonly state?: ReportState;
}

/** One stream, municipality and window, with or without a report. */
export interface ReportRow {
  readonly windowId: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly opensOn: Date;
  readonly dueOn: Date;
  readonly streamCode: string;
  readonly streamName: string;
  readonly trancheName: string;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly reportId: string | null;
  readonly number: string | null;
  readonly state: ReportState;
  readonly overdue: boolean;
  /** Null when there are no lines, or none that this reader may see. */
  readonly lines: number;
  readonly empty: number;
  readonly spent: bigint | null;
  readonly corrected: bigint | null;
  readonly updatedAt: Date | null;
  /** Whether there is no report yet and its municipality can still begin one. */
  readonly openable: boolean;
}

export interface ReportFilterOptions {
  readonly streams: readonly { readonly code: string; readonly name: string }[];
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly years: readonly number[];
}
