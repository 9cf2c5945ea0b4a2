import type { Cents } from "../money";

export type ClaimStatus =
  | "reserved"
  | "announced"
  | "made_available"
  | "proposed"
  | "requested"
  | "awarded"
  | "paid";
export type ClaimPrecision = "exact" | "as_published" | "rounded" | "circa" | "more_than" | "almost";
export type ClaimGrain =
  | "programme"
  | "stream"
  | "stream_tranche"
  | "municipalities_together"
  | "areas_together"
  | "municipality"
  | "area"
  | "project"
  | "per_area_or_municipality"
  | "per_unit";
export type VatBasis = "gross" | "net_of_bcf" | "excluding_vat" | "not_stated";
export type AreaMatch = "in_area" | "likely" | "partial" | "unknown" | "outside" | "not_applicable";

/** A published figure: what a source said, when and how exactly. Not money, and never a constraint by itself. */
export type Claim = {
  readonly code: string;
  /** Codes of the stream and of the tranche within it. */
  readonly stream: string | null;
  readonly tranche: string | null;
  readonly source: string;
  readonly place: string | null;
  readonly quote: string | null;
  /** Null when the source gives a rule, a target or no amount at all; never zero for "not published". */
  readonly amount: Cents | null;
  /** "30.000 homes at € 1.460": how many, and how much for each. */
  readonly units: bigint | null;
  readonly unitAmount: Cents | null;
  readonly unitName: string | null;
  /** Amounts that round to the published words: from `low` up to, not including, `high`. */
  readonly band: { readonly low: Cents; readonly high: Cents } | null;
  readonly statusVerb: string | null;
  readonly status: ClaimStatus;
  readonly precision: ClaimPrecision;
  readonly precisionText: string | null;
  readonly grain: ClaimGrain;
  readonly vatBasis: VatBasis;
  readonly vatText: string | null;
  readonly period: string | null;
  /** "2024-05-13" when the day is known, otherwise null and the text says what is known. */
  readonly publishedOn: string | null;
  readonly publishedText: string | null;
  /** Code of a municipality of the programme; other recipients have a name only. */
  readonly municipality: string | null;
  readonly recipientName: string | null;
  readonly recipientCode: string | null;
  readonly area: string | null;
  readonly areaMatch: AreaMatch;
  readonly areaMatchText: string | null;
  readonly project: string | null;
  readonly note: string | null;
};

export type ClaimLinkKind = "amount_of" | "replaces" | "part_of" | "overlaps";

/** Reads as a sentence: `from` replaces, is part of, overlaps or may be the amount of `to`. */
export type ClaimLink = {
  readonly from: string;
  readonly to: string;
  readonly kind: ClaimLinkKind;
  /** How much they share, where that is known. */
  readonly overlap: Cents | null;
  readonly note: string | null;
  /** Made by a person here, after the first figures were read in. */
  readonly registered?: boolean;
};
