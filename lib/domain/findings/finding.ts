import type { Cents } from "../money";

export const FINDING_SIDES = ["municipality", "ministry"] as const;
export type FindingSide = (typeof FINDING_SIDES)[number];

export const FINDING_STATUSES = ["draft", "issued", "answered", "closed", "withdrawn"] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** `none`: a matter without an amount, such as how something is organised. */
export const FINDING_NATURES = ["error", "uncertainty", "none"] as const;
export type FindingNature = (typeof FINDING_NATURES)[number];

export const FINDING_CATEGORIES = [
  "eligibility",
  "procurement",
  "evidence",
  "calculation",
  "period",
  "process",
  "other",
] as const;
export type FindingCategory = (typeof FINDING_CATEGORIES)[number];

export type FindingAction = "issued" | "answered" | "closed" | "reopened" | "withdrawn";

export const FINDING_AGREEMENTS = ["agrees", "partly", "disagrees"] as const;
export type FindingAgreement = (typeof FINDING_AGREEMENTS)[number];

/** `corrected`: put right, and no longer against the tolerance. `stands`: done with, and still counted. */
export const FINDING_ENDS = ["corrected", "stands"] as const;
export type FindingEnd = (typeof FINDING_ENDS)[number];

/** A finding as one line of a list, in the version that the reader may see. */
export interface FindingRow {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly side: FindingSide;
  readonly stream: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly municipality: { readonly id: string; readonly code: string; readonly name: string } | null;
  readonly status: FindingStatus;
  /** Whether its amount counts against the tolerance. */
  readonly counts: boolean;
  readonly version: number;
  readonly issuedVersion: number | null;
  /** The version whose words these are: the last one that the reader may see. */
  readonly shownVersion: number;
  readonly title: string;
  readonly text: string;
  readonly category: FindingCategory;
  readonly nature: FindingNature;
  readonly amount: Cents | null;
  readonly action: string;
  /** yyyy-mm-dd */
  readonly dueOn: string;
  readonly author: string;
  readonly writtenAt: Date;
  readonly entries: readonly { readonly seq: bigint; readonly sampleId: string | null }[];
}

export interface FindingEvent {
  readonly action: FindingAction;
  readonly version: number;
  readonly text: string | null;
  readonly agreement: FindingAgreement | null;
  readonly plannedOn: string | null;
  readonly ending: FindingEnd | null;
  readonly by: string;
  readonly at: Date;
}

/** A finding with its history, and with what comes before and after it in other years. */
export interface Finding extends FindingRow {
  readonly events: readonly FindingEvent[];
  /** Why the shown version was written again. */
  readonly reason: string | null;
  readonly earlier: readonly FollowedFinding[];
  readonly later: readonly FollowedFinding[];
  /** Whether the reader wrote the last version, and may therefore not issue it. */
  readonly own: boolean;
  /** Ministries that own its stream: one of them answers when the ministry is the other side. */
  readonly ministryIds: readonly string[];
}

export interface FollowedFinding {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly title: string;
  readonly status: FindingStatus;
}

/** Whether what was asked should have been done by now. */
export const isLate = ({ status, dueOn }: Pick<FindingRow, "status" | "dueOn">, today: string): boolean =>
  (status === "issued" || status === "answered") && dueOn < today;

/** Which steps a finding is open for. */
export const mayHappen = (
  { status, version, issuedVersion }: Pick<FindingRow, "status" | "version" | "issuedVersion">,
  action: FindingAction,
): boolean => {
  switch (action) {
    case "issued":
      return status !== "closed" && status !== "withdrawn" && issuedVersion !== version;
    case "answered":
    case "closed":
      return status === "issued" || status === "answered";
    case "reopened":
      return status === "closed";
    case "withdrawn":
      return status !== "withdrawn";
  }
};
