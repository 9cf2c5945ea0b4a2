import type { ReportRow } from "./report-overview";
import type { ReportAction } from "./report-status";

/** Money of one's own municipalities in a programme, in cents; null where there is nothing to add up. */
export interface MunicipalityFigures {
  readonly allocated: bigint | null;
  readonly spent: bigint | null;
  readonly left: bigint | null;
  /** Submitted or signed and not accepted yet, with how many reports that is. */
  readonly pending: bigint | null;
  readonly pendingReports: number;
}

/** Something that happened to a report or an allocation of one's own municipality. */
export interface RecentChange {
  readonly key: string;
  readonly what: ReportAction | "allocated" | "revised" | "withdrawn";
  readonly at: Date;
  readonly who: string;
  /** Whether this reader did it. */
  readonly own: boolean;
  readonly streamName: string;
  /** Of a report. */
  readonly reportId: string | null;
  readonly year: number | null;
  readonly period: number | null;
  readonly periods: number | null;
  /** Of an allocation: the change in cents. */
  readonly allocationId: string | null;
  readonly areaName: string | null;
  readonly amount: bigint | null;
}

export interface MunicipalityTask extends ReportRow {
  /** Why it was given back, and by whom. */
  readonly returned: { readonly reason: string; readonly who: string } | null;
}

export interface MunicipalityWorkload {
  readonly tasks: readonly MunicipalityTask[];
  /** Reports that others have to go on with. */
  readonly waiting: number;
  readonly missing: number;
  readonly figures: MunicipalityFigures;
  readonly recent: readonly RecentChange[];
  readonly fills: boolean;
  readonly signs: boolean;
}
