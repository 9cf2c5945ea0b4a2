import type { EntryKind } from "../ledger/journal";
import type { Cents } from "../money";
import type { YearMeasure } from "./stream-figures";

/** Which figure: its measure, and how far it is narrowed down. Codes, and null for all. */
export interface FigureFilter {
  readonly measure: YearMeasure;
  readonly tranche: string | null;
  readonly municipality: string | null;
  readonly year: number | null;
  /** Id of an allocation. */
  readonly allocation: string | null;
}

/** Somebody who had a part in a change, and when. */
export interface Deed {
  readonly deed: "entered" | "approved";
  readonly name: string;
  readonly at: Date;
}

/** One change of a figure: who, when, old, new and why. */
export interface FigureChange {
  readonly seq: bigint;
  readonly kind: EntryKind;
  readonly effectiveOn: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  /** Null before the first change: there was no figure, which is not zero. */
  readonly old: Cents | null;
  readonly change: Cents;
  readonly now: Cents;
  readonly reason: string;
  readonly decisionNumber: string | null;
  readonly proposal: { readonly id: string; readonly number: string } | null;
  readonly report: { readonly id: string; readonly number: string } | null;
  readonly allocation: { readonly id: string; readonly number: string } | null;
  readonly place: string | null;
  readonly deeds: readonly Deed[];
}
