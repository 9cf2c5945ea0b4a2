/** A window of a tranche, as far as the others of its tranche have to reckon with it. Dates are yyyy-mm-dd. */
export interface KnownWindow {
  readonly id: string;
  readonly code: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly opensOn: string;
  readonly dueOn: string;
  /** Null does not close by itself. */
  readonly closesAt: Date | null;
}

export interface WindowDates {
  readonly opensOn: string;
  readonly dueOn: string;
  readonly closesAt: Date;
}

/** A window on a list or page. */
export interface WindowRow extends KnownWindow {
  readonly streamId: string;
  readonly streamCode: string;
  readonly streamName: string;
  readonly trancheId: string;
  readonly trancheName: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
  /** Municipalities that have to report in it, as far as this reader may see; and how many did. */
  readonly reporters: number;
  readonly reported: number;
  /** Granted exceptions that are valid today. */
  readonly exceptions: number;
  /** Whether it is of the reader's own ministry. */
  readonly owned: boolean;
}

export type WindowState = "coming" | "open" | "due" | "closed";

/** Coming until it opens; past its due date it stays open until it closes. */
export function windowState(
  { opensOn, dueOn, closesAt }: Pick<KnownWindow, "opensOn" | "dueOn" | "closesAt">,
  today: string,
  now: Date,
): WindowState {
  if (closesAt !== null && closesAt <= now) return "closed";
  if (opensOn > today) return "coming";
  return dueOn < today ? "due" : "open";
}

/** One change of the dates, with what they were. */
export interface WindowChangeRow {
  readonly id: string;
  readonly fromDueOn: string;
  readonly fromClosesAt: Date | null;
  readonly dueOn: string;
  readonly closesAt: Date;
  readonly reason: string;
  readonly who: string;
  readonly at: Date;
}

/** A tranche in which windows can be opened. */
export interface WindowTranche {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly streamId: string;
  readonly streamCode: string;
  readonly streamName: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}
