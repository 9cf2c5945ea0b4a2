import type { ReportStatus } from "../reports/report-status";

/** A report of one's own that is open, for which bookings can be taken in. */
export interface OpenReport {
  readonly id: string;
  readonly status: ReportStatus;
  readonly streamName: string;
  readonly municipalityName: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
}
