import type { Cents } from "../money";

/** Why a whole is not the sum of its parts. "Unexplained" is shown like the others, never hidden. */
export const CAUSES = [
  "source_conflict",
  "rounding",
  "not_published",
  "not_set_as_ceiling",
  "ceiling_above_claim",
  "outside_headline",
  "not_yet_allocated",
  "not_yet_advanced",
  "advanced_above_settled",
  "not_yet_settled",
  "lapsed",
  "not_yet_spent",
  "spent_above_year",
  "period_open",
  "missing_report",
  "unexplained",
] as const;
export type Cause = (typeof CAUSES)[number];

/** One way to read an open conflict: what it adds, and what is then left for rounding. */
export interface OpenReading {
  readonly code: string;
  readonly adds: Cents;
  readonly leaves: Cents;
  /** Whether the total then rounds to the published words; null where there is no such question. */
  readonly rounds: boolean | null;
}

/** What a difference is about, so that its sentence and its link can be made. */
export type About =
  | { readonly is: "nothing" }
  | { readonly is: "claim"; readonly claim: string; readonly note: number | null; readonly name: string }
  | { readonly is: "stream"; readonly stream: string; readonly name: string }
  | {
      readonly is: "conflict";
      readonly conflict: string;
      readonly title: { readonly nl: string; readonly en: string };
      readonly readings: readonly OpenReading[];
    }
  | { readonly is: "years"; readonly years: readonly number[]; readonly windows: readonly string[] };

export interface Difference {
  /** Unique among the differences of its node. */
  readonly key: string;
  readonly cause: Cause;
  /** Null when there is a difference and no source says how much. */
  readonly amount: Cents | null;
  readonly about: About;
}
