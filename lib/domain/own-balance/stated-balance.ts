import type { CheckedBalance, LaterEntry } from "./balance-state";

/** An entry that changed what is accepted up to the date of a balance, after it was stated. */
export interface BreakingEntry extends LaterEntry {
  readonly kind: string;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly effectiveOn: string;
}

/** A period that stands between a balance and its comparison. */
export interface OpenPeriod {
  readonly year: number;
  readonly period: number;
  readonly periods: number;
}

/** A balance of a municipality with what it was held against. */
export interface StatedBalance {
  readonly id: string;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly windowId: string;
  readonly streamId: string;
  readonly streamName: string;
  readonly trancheName: string;
  /** Calendar date. */
  readonly onDate: string;
  readonly stated: bigint;
  readonly accountReference: string;
  readonly by: string;
  readonly at: Date;
  /** Accepted at the moment of stating. */
  readonly checkedThen: bigint;
  readonly reason: string | null;
  readonly check: CheckedBalance<BreakingEntry>;
  readonly openPeriods: readonly OpenPeriod[];
  /** Statements that it took the place of, the last one first. */
  readonly earlier: readonly EarlierStatement[];
}

export interface EarlierStatement {
  readonly id: string;
  readonly stated: bigint;
  readonly by: string;
  readonly at: Date;
  readonly accountReference: string;
  /** Why another took its place. */
  readonly replacedBecause: string;
}

/** The end of a period about which a balance can be stated. */
export interface BalanceMoment {
  readonly windowId: string;
  readonly municipalityId: string;
  readonly municipalityName: string;
  readonly streamName: string;
  readonly trancheName: string;
  readonly endsOn: string;
  /** What stands there now. */
  readonly current: string | null;
}
