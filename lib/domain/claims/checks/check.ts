import type { Cents } from "../../money";
import { type Calculation, claimsIn } from "../calculation";
import type { ClaimSet } from "../claim-set";
import type { Cause } from "../find-conflicts";
import type { Absence, Reading } from "../reading";
import type { Territory } from "../territory";
import { exactCents } from "../value";

export type CheckKind = "source_conflict" | "finding";
export type Severity = "high" | "medium" | "low";

/** Two figures side by side, what is left between them, and why. */
export type Difference = {
  readonly code: string;
  readonly labelKey: string;
  readonly calculation: Calculation | null;
  readonly amount: Cents | null;
  readonly reason: Absence | null;
  readonly cause: Cause;
};

/** A figure on the way: not a reading of the total, but what the finding is about. */
export type Step = { readonly code: string; readonly labelKey: string; readonly calculation: Calculation };

/** Things that are compared but not counted: the verb of each note, the grain of each note. */
export type Listing = {
  readonly code: string;
  readonly labelKey: string;
  readonly items: ReadonlyArray<{ readonly claim: string | null; readonly value: string }>;
  /** The different values among them, in order of first appearance. */
  readonly distinct: readonly string[];
};

/** What code computed from the claims; the words around it are in the source conflict of the same code. */
export type Check = {
  readonly code: string;
  readonly severity: Severity;
  readonly kind: CheckKind;
  readonly place: string;
  /** Decided together with this check; null when it has its own decision, or none. */
  readonly decidedWith: string | null;
  /** The claims it rests on, in the order in which they are read. */
  readonly claims: readonly string[];
  readonly readings: readonly Reading[];
  readonly differences: readonly Difference[];
  readonly steps: readonly Step[];
  readonly listings: readonly Listing[];
};

export type CheckInput = {
  readonly claims: ClaimSet;
  readonly territory: Territory;
  /** Ministries that take part: their abbreviation, whether the leaflet counts them, and since when. */
  readonly ministries: ReadonlyArray<{
    readonly code: string;
    readonly inLeaflet: boolean;
    readonly validFrom: string | null;
  }>;
  readonly indicators: ReadonlyArray<{ readonly code: string; readonly target: bigint | null }>;
  readonly leafletText: string | null;
};

/** The part of a check that is computed; code, severity, kind and place come from the catalogue. */
export type Findings = {
  readonly claims: readonly string[];
  readonly readings?: readonly Reading[];
  readonly differences?: readonly Difference[];
  readonly steps?: readonly Step[];
  readonly listings?: readonly Listing[];
};

export const step = (code: string, calculation: Calculation): Step => ({
  code,
  labelKey: `step.${code}`,
  calculation,
});

export function differs(code: string, calculation: Calculation, cause: Cause): Difference {
  const amount = exactCents(calculation.value);
  const reason =
    amount !== null ? null : calculation.value.unit === "money" ? "not_whole_cents" : "not_money";
  return { code, labelKey: `difference.${code}`, calculation, amount, reason, cause };
}

/** There is a difference, and no source says how much. */
export const unknownDifference = (code: string, cause: Cause): Difference => ({
  code,
  labelKey: `difference.${code}`,
  calculation: null,
  amount: null,
  reason: "not_published",
  cause,
});

export function listing(code: string, items: Listing["items"]): Listing {
  return {
    code,
    labelKey: `listing.${code}`,
    items,
    distinct: [...new Set(items.map(({ value }) => value))],
  };
}

/** Every claim that a check's figures use, after the ones it names itself. */
export function claimsOf(findings: Findings): string[] {
  const calculations = [
    ...(findings.readings ?? []),
    ...(findings.differences ?? []),
    ...(findings.steps ?? []),
  ];
  const used = calculations.flatMap(({ calculation }) => (calculation === null ? [] : claimsIn(calculation)));
  const listed = (findings.listings ?? []).flatMap(({ items }) => items.flatMap(({ claim }) => claim ?? []));
  return [...new Set([...findings.claims, ...used, ...listed])];
}

export function targetOf({ indicators }: CheckInput, code: string): bigint {
  const target = indicators.find((indicator) => indicator.code === code)?.target ?? null;
  if (target === null) throw new Error(`indicator ${code} has no figure`);
  return target;
}
