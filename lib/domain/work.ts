import { mayDo, type Permission, type Role } from "./access";
import type { EntryKind } from "./ledger/journal";
import type { Cents } from "./money";
import type { ProposalKind } from "./proposals/blocking-reasons";
import type { ReportRuleCode } from "./rules/report-rules";
import type { RuleStage } from "./rules/stage";

/** What the streams of a ministry, or of the whole programme, stand at; cents. */
export interface StandingFigures {
  readonly ceiling: Cents;
  readonly allocated: Cents;
  readonly spent: Cents;
  readonly free: Cents;
  readonly streams: number;
}

/** An entry as one line of news. */
export interface RecentEntry {
  readonly seq: bigint;
  readonly kind: EntryKind;
  readonly recordedAt: Date;
  readonly by: string;
  readonly stream: string;
  readonly place: string | null;
  readonly amount: Cents;
}

/** A proposal that is not decided yet. */
export interface OpenProposal {
  readonly id: string;
  readonly number: string;
  readonly kind: ProposalKind;
  readonly status: "draft" | "proposed" | "returned";
  readonly stream: string;
  readonly place: string | null;
  readonly author: string;
  readonly own: boolean;
  readonly total: Cents;
  readonly returnReason: string | null;
  readonly returnedBy: string | null;
}

/** Proposals that were entered at once, with how many of its lines stand where; `total` is of those lines, in cents. */
export interface OpenBatch {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly author: string;
  readonly own: boolean;
  readonly proposed: number;
  readonly returned: number;
  readonly draft: number;
  readonly total: Cents;
}

export interface OpenConflict {
  readonly code: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly severity: "high" | "medium" | "low";
}

/** A report that its ministry has to review. */
export interface ReportToReview {
  readonly id: string;
  readonly stream: string;
  readonly municipality: string;
  readonly year: number;
  readonly period: number;
  readonly periods: number;
}

/** How a rule would stand from a date, as somebody proposed it. */
export interface OpenStage {
  readonly id: string;
  readonly rule: ReportRuleCode;
  readonly stage: RuleStage;
  readonly from: string;
  readonly proposer: string;
  readonly own: boolean;
}

/** A waiver that somebody asked for in a stream of the reader's ministry. */
export interface OpenWaiver {
  readonly id: string;
  readonly rule: ReportRuleCode;
  readonly stream: string;
  readonly municipality: string;
  readonly expiresOn: string;
  readonly requester: string;
  readonly own: boolean;
}

/** What was decided about rules by one person, and waits for a second. */
export interface OpenRuleDecisions {
  readonly stages: readonly OpenStage[];
  readonly waivers: readonly OpenWaiver[];
}
export const NO_RULE_DECISIONS: OpenRuleDecisions = { stages: [], waivers: [] };

/** One thing that waits at a ministry. `waiting` is one's own proposal, on somebody else's desk. */
export type MinistryTask =
  | { readonly what: "approve" | "returned" | "draft" | "waiting"; readonly proposal: OpenProposal }
  | { readonly what: "approve" | "returned" | "draft" | "waiting"; readonly batch: OpenBatch }
  | { readonly what: "report"; readonly report: ReportToReview }
  | { readonly what: "stage" | "waitingStage"; readonly stage: OpenStage }
  | { readonly what: "waiver" | "waitingWaiver"; readonly waiver: OpenWaiver }
  | { readonly what: "conflict"; readonly conflict: OpenConflict };

/**
 * What waits for a reader with these roles, what others wait for first: approvals, reports to review, rules and waivers
 * that wait for a second person, one's own returned proposals and drafts, open conflicts. `waiting` is kept apart, because nothing can be done about it.
 */
export function ministryTasks(
  roles: readonly Role[],
  found: {
    readonly proposals: readonly OpenProposal[];
    readonly batches: readonly OpenBatch[];
    readonly reports: readonly ReportToReview[];
    readonly conflicts: readonly OpenConflict[];
    readonly rules: OpenRuleDecisions;
  },
): { readonly now: readonly MinistryTask[]; readonly waiting: readonly MinistryTask[] } {
  const pick = (
    what: "approve" | "returned" | "draft" | "waiting",
    test: (proposal: OpenProposal) => boolean,
  ) => found.proposals.filter(test).map((proposal): MinistryTask => ({ what, proposal }));
  const pickBatch = (
    what: "approve" | "returned" | "draft" | "waiting",
    status: "proposed" | "returned" | "draft",
    own: boolean,
  ) =>
    found.batches
      .filter((batch) => batch.own === own && batch[status] > 0)
      .map((batch): MinistryTask => ({ what, batch }));
  const may = (permission: Permission) => roles.some((role) => mayDo(role, permission));
  return {
    now: [
      ...(may("proposal:approve")
        ? [
            ...pick("approve", ({ status, own }) => status === "proposed" && !own),
            ...pickBatch("approve", "proposed", false),
          ]
        : []),
      ...(may("report:review")
        ? found.reports.map((report): MinistryTask => ({ what: "report", report }))
        : []),
      ...ruleTasks(found.rules, false),
      ...pick("returned", ({ status, own }) => status === "returned" && own),
      ...pickBatch("returned", "returned", true),
      ...pick("draft", ({ status, own }) => status === "draft" && own),
      ...pickBatch("draft", "draft", true),
      ...(may("conflict:decide")
        ? found.conflicts.map((conflict): MinistryTask => ({ what: "conflict", conflict }))
        : []),
    ],
    waiting: [
      ...pick("waiting", ({ status, own }) => status === "proposed" && own),
      ...pickBatch("waiting", "proposed", true),
      ...ruleTasks(found.rules, true),
    ],
  };
}

/** Of others to decide about, or one's own that others decide about. */
const ruleTasks = ({ stages, waivers }: OpenRuleDecisions, own: boolean): MinistryTask[] => [
  ...stages
    .filter((stage) => stage.own === own)
    .map((stage): MinistryTask => ({ what: own ? "waitingStage" : "stage", stage })),
  ...waivers
    .filter((waiver) => waiver.own === own)
    .map((waiver): MinistryTask => ({ what: own ? "waitingWaiver" : "waiver", waiver })),
];
