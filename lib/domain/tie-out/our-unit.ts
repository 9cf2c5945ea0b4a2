import type { EntryKind } from "../ledger/journal";
import type { Cents } from "../money";
import type { Place } from "./tie-out-file";

/** One entry, with what it adds to a unit. */
export interface UnitEntry {
  readonly seq: bigint;
  readonly kind: EntryKind;
  readonly effectiveOn: string;
  /** The day on which it was entered. */
  readonly recordedOn: string;
  readonly amount: Cents;
}

/** Entries of a unit: the first ones, and what all of them come to. */
export interface UnitLines {
  readonly amount: Cents;
  /** Of entries; of lines in them as long as none is shown. */
  readonly count: number;
  readonly shown: readonly UnitEntry[];
}

/** What of ours is one thing to be found: an allocation at a place, or a place whose entries are of no one allocation. */
export interface OurUnit {
  readonly key: string;
  readonly place: Place;
  /** Numbers of its allocations, and of every decision about them. */
  readonly allocationNumbers: readonly string[];
  readonly decisionNumbers: readonly string[];
  /** The only year that it is about; null when there are more. */
  readonly year: number | null;
  /** What counts as of the two dates; null when nothing does. */
  readonly counted: UnitLines | null;
  /** What was entered by the time of the tie-out and does not count: of a later day, or known later. */
  readonly late: UnitLines | null;
}
