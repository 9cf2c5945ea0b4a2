import type { FindingFact } from "../reports/finding";

/** What a figure counts: money in cents, or how many there are of something. */
export type FigureUnit = "cents" | "count";

/** What can be opened on the site, by the code or number in its address. */
export const REFERENCE_KINDS = [
  "stream",
  "tree",
  "allocation",
  "proposal",
  "report",
  "batch",
  "run",
  "key",
  "claim",
  "entry",
  "external",
] as const;
export interface Reference {
  readonly kind: (typeof REFERENCE_KINDS)[number];
  readonly id: string;
}

/** Where a figure is from, in a word; the words are messages. */
export const ORIGINS = [
  "decisions",
  "decision_years",
  "ledger",
  "ledger_by_year",
  "ceilings",
  "allocated",
  "allocated_and_free",
  "awarded",
  "spent",
  "spent_and_left",
  "advanced",
  "treasury",
  "opening",
  "closing",
  "register",
  "report",
  "report_projects",
  "latest_reports",
  "entries",
  "expected",
  "pot",
  "parts",
  "norm",
  "claim",
  "maximum",
  "carried_over",
  "carry_over_rule",
  "balance",
  "floor",
  "postings",
  "control_total",
  "months",
  "chain",
  "head",
  "guards",
  "approvals",
  "external_file",
  "filled_lines",
  "rule_runs",
  "named_sources",
  "one_basis",
  "other_basis",
] as const;
export type Origin = (typeof ORIGINS)[number];

/** One side of a comparison. */
export interface Figure {
  /** Null: there is nothing at all on this side, which is not zero. */
  readonly value: bigint | null;
  readonly origin: Origin;
  readonly at: Reference | null;
}

/** What a finding is about, for filters, waivers and a finding that an auditor writes of it. */
export interface Place {
  readonly streamId: string | null;
  readonly municipalityId: string | null;
  readonly areaId: string | null;
  readonly year: number | null;
}

export const NOWHERE: Place = { streamId: null, municipalityId: null, areaId: null, year: null };

/** Something that does not hold, with both figures. */
export interface CrossFinding {
  /** The same as long as it is about the same thing; unique within its rule. Stands in addresses as it is. */
  readonly thing: string;
  /** Which of the rule's sentences it is. */
  readonly problem: string;
  readonly about: { readonly name: string; readonly at: Reference | null };
  readonly place: Place;
  readonly unit: FigureUnit;
  readonly source: Figure;
  readonly target: Figure;
  readonly facts: Readonly<Record<string, FindingFact>>;
}

/** What the one side has more than the other; null where a side has nothing to compare with. */
export const differenceOf = ({ source, target }: Pick<CrossFinding, "source" | "target">): bigint | null =>
  source.value === null || target.value === null ? null : source.value - target.value;

/** Names and numbers as part of a key. */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
