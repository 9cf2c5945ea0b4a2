import type { NamedLine, ReportHeader } from "../reports/report-file";
import type { ReportStatus } from "../reports/report-status";
import type { LeftOutWhy } from "./sort-bookings";

/** An import as a list shows it. */
export interface ImportRow {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bookings: number;
  readonly total: bigint;
  readonly leftOut: Readonly<Partial<Record<LeftOutWhy, number>>>;
  readonly by: string;
  readonly at: Date;
  readonly mappingVersion: number | null;
  readonly municipalityName: string;
  readonly reportId: string;
  readonly reportStatus: ReportStatus;
  readonly streamName: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  readonly withdrawn: { readonly reason: string; readonly by: string; readonly at: Date } | null;
}

/** A booking as a page shows it; `description` is null for who may not read it, and for what had none. */
export interface BookingRow {
  readonly id: string;
  readonly importId: string;
  readonly fileName: string;
  readonly fileRow: number;
  readonly bookedOn: Date;
  readonly number: string;
  readonly line: string;
  readonly account: string;
  readonly costCentre: string;
  readonly amount: bigint;
  readonly areaName: string;
  readonly themeNameNl: string;
  readonly themeNameEn: string;
  readonly description: string | null;
}

/** A line of a report beside what the bookings behind it add up to. */
export interface LineBehind {
  readonly line: NamedLine;
  readonly count: number;
  readonly total: bigint;
}

export interface BookingsBehind {
  readonly header: ReportHeader;
  /** Lines with bookings only. */
  readonly lines: readonly LineBehind[];
  /** Whether this reader can take the sums over now. */
  readonly fills: boolean;
}

/** What a report says less what its bookings add up to; null while the line is empty. */
export const differenceOf = ({ line, total }: LineBehind): bigint | null =>
  line.spent === null ? null : line.spent - total;
