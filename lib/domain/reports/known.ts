import type { Cents } from "../money";

/** An allocation (decision) of the tranche to this municipality. */
export interface KnownDecision {
  /** "area/theme", as ids. */
  readonly place: string;
  readonly areaName: string;
  readonly themeNameNl: string;
  readonly themeNameEn: string;
  readonly number: string;
  readonly decidedOn: string;
}

/** What was accepted earlier in the tranche at one place, and whether that place was settled. */
export interface SpentBefore {
  readonly place: string;
  readonly areaName: string;
  readonly themeNameNl: string;
  readonly themeNameEn: string;
  readonly spent: Cents;
  readonly settled: boolean;
}

/** What the ministry and the ledger know that a report is held against, beside its own lines. */
export interface KnownFacts {
  readonly decisions: readonly KnownDecision[];
  readonly spentBefore: readonly SpentBefore[];
  /** Per place: what was allocated for the years up to and including that of the period. */
  readonly allocatedToDate: ReadonlyMap<string, Cents>;
  /** Days between which the tranche's costs count; null: not laid down. */
  readonly eligible: { readonly from: string | null; readonly to: string | null };
  /** A later period of the tranche in which this municipality reported spend. */
  readonly later: { readonly year: number; readonly period: number; readonly periods: number } | null;
  /** The report came back, and nothing of it differs from what was given back. */
  readonly sameAsReturned: boolean;
}

export const placeOf = ({ areaId, themeId }: { readonly areaId: string; readonly themeId: string }): string =>
  `${areaId}/${themeId}`;
