import type { EntryKind } from "./journal";

export const ENTRY_KINDS = [
  "ceiling_set",
  "ceiling_revised",
  "allocated",
  "revised",
  "withdrawn",
  "spent",
  "spend_corrected",
  "advanced",
  "recovered",
  "settled",
  "settlement_reopened",
  "reallocated",
] as const satisfies readonly EntryKind[];

/** Which entries of a journal are asked for; null asks for all. */
export interface EntryFilter {
  /** Codes of a stream and of a municipality. */
  readonly stream: string | null;
  readonly municipality: string | null;
  readonly kind: EntryKind | null;
  /** A calendar year that the entry posts to. */
  readonly year: number | null;
  /** Only what was recorded after this instant. */
  readonly recordedAfter: string | null;
  /** Words in the reason, decision or legal source; or the number of an entry. */
  readonly text: string;
}

export const NO_FILTER: EntryFilter = {
  stream: null,
  municipality: null,
  kind: null,
  year: null,
  recordedAfter: null,
  text: "",
};

/** The account whose postings are the entry's amount: a ceiling, an allocation or spend. They are never added up. */
export type EntryMeasure = "ceiling" | "allocated" | "spent" | "advanced" | "settled";
