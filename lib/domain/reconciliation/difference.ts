import type { EntryKind } from "../ledger/journal";
import { type Cents, cents, sum } from "../money";
import { type Movements, type Selector, selectedAmount } from "./selector";

/** Why a whole is not the sum of its parts. "Unexplained" is shown like the others, never hidden. */
export const CAUSES = [
  "source_conflict",
  "rounding",
  "overlap",
  "not_published",
  "norm_versus_ceiling",
  "outside_areas",
  "not_set_as_ceiling",
  "ceiling_above_claim",
  "outside_headline",
  "gross_net_bcf",
  "timing",
  "not_yet_allocated",
  "not_yet_advanced",
  "advanced_above_settled",
  "in_review",
  "returned",
  "correction_after_date",
  "not_yet_settled",
  "lapsed",
  "not_yet_spent",
  "spent_above_year",
  "period_open",
  "missing_report",
  "only_theirs",
  "only_ours",
  "amount_differs",
  "within_tolerance",
  "booked_elsewhere",
  "other_number",
  "ambiguous",
  "other_year",
  "unreadable_rows",
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
  /** The number or the place by which both sides know it. */
  | { readonly is: "named"; readonly name: string }
  | { readonly is: "years"; readonly years: readonly number[]; readonly windows: readonly string[] };

/** Something that makes a difference and is no line of an entry that counts in the tree; amounts in cents. */
export type Item =
  | { readonly is: "claim"; readonly claim: string; readonly name: string; readonly amount: Cents | null }
  | {
      readonly is: "entry";
      readonly seq: bigint;
      readonly kind: EntryKind;
      readonly effectiveOn: string;
      readonly amount: Cents;
    }
  | { readonly is: "report"; readonly id: string; readonly number: string; readonly amount: Cents }
  | { readonly is: "window"; readonly code: string }
  | {
      readonly is: "norm";
      readonly claim: string;
      readonly units: bigint;
      readonly unitAmount: Cents;
      readonly unitName: string | null;
      readonly amount: Cents;
    }
  | {
      readonly is: "decision";
      readonly proposalId: string;
      readonly number: string;
      readonly amount: Cents;
    }
  | {
      readonly is: "term";
      readonly allocationId: string;
      readonly number: string;
      readonly dueOn: string;
      readonly amount: Cents;
    }
  /** A row of an external file; null when its amount could not be read. */
  | {
      readonly is: "row";
      readonly file: string;
      readonly row: number;
      readonly words: string;
      readonly amount: Cents | null;
    }
  /** An entry that was there when the file was held against the ledger, and does not count as of the two dates. */
  | {
      readonly is: "later";
      readonly seq: bigint;
      readonly kind: EntryKind;
      readonly effectiveOn: string;
      readonly recordedOn: string;
      readonly entered: Cents;
    }
  /** More of the same, together. */
  | { readonly is: "more"; readonly count: number; readonly amount: Cents };

export interface Difference {
  /** Unique among the differences of its node. */
  readonly key: string;
  readonly cause: Cause;
  /** Null when there is a difference and no source says how much. */
  readonly amount: Cents | null;
  readonly about: About;
  /** What makes it: lines of entries, and things that are none. Where there are lines they are together the amount. */
  readonly lines: readonly Selector[];
  readonly items: readonly Item[];
}

type Told = Partial<Pick<Difference, "key" | "about" | "items">>;

export const difference = (
  cause: Cause,
  amount: Cents | null,
  { key = cause, about = { is: "nothing" }, items = [] }: Told = {},
): Difference => ({ key, cause, amount, about, lines: [], items });

/** A difference that lines of entries make, and things beside them; none when they come to nothing. */
export function madeOf(
  cause: Cause,
  lines: readonly Selector[],
  movements: Movements,
  { items = [], ...told }: Told = {},
): Difference[] {
  const beside = sum(
    items.map((item) => ("amount" in item && item.amount !== null ? item.amount : cents(0n))),
  );
  const amount = cents(selectedAmount(lines, movements) + beside);
  return amount === 0n ? [] : [{ ...difference(cause, amount, { ...told, items }), lines }];
}
