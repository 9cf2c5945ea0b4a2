import type { YearAmount } from "../ledger/facts";
import type { Cents } from "../money";
import type { BatchOrigin } from "./batch";
import type { ProposalKind } from "./blocking-reasons";

/** How the lines of a batch stand. `second` is approved once and waits for a second approver. */
export const LINE_STATES = ["draft", "proposed", "second", "returned", "approved", "cancelled"] as const;
export type LineState = (typeof LINE_STATES)[number];
export type LineCounts = Readonly<Record<LineState, number>>;

export interface BatchHeader {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly origin: BatchOrigin;
  readonly together: boolean;
  readonly author: string;
  readonly createdAt: Date;
  readonly lines: number;
  readonly total: Cents;
  readonly counts: LineCounts;
}

export interface BatchLineView {
  readonly id: string;
  readonly line: number;
  readonly number: string;
  readonly kind: ProposalKind;
  readonly state: LineState;
  readonly version: number;
  readonly contentHash: string;
  readonly municipality: string | null;
  readonly area: string | null;
  readonly stream: string;
  readonly tranche: string;
  readonly themeNl: string | null;
  readonly themeEn: string | null;
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly decisionDocument: string | null;
  readonly grossCents: Cents | null;
  readonly bcfCents: Cents | null;
  readonly effectiveOn: string;
  readonly legalSource: string | null;
  /** Why it is proposed. */
  readonly why: string;
  readonly years: readonly YearAmount[];
  readonly total: Cents;
  /** Its content is another than when it was proposed. */
  readonly changed: boolean;
  /** Who looks approved it, and it waits for somebody else. */
  readonly approvedByMe: boolean;
  readonly returnReason: string | null;
}

/** What the open lines ask beside the room under the ceiling of one year. */
export interface BatchRoom {
  readonly stream: string;
  readonly tranche: string;
  readonly year: number;
  /** Free before this batch; null where there is no ceiling. */
  readonly before: Cents | null;
  readonly asked: Cents;
  readonly after: Cents | null;
}

/** How a decision about a batch came out, as its page tells it. */
export interface ToldOutcome {
  readonly outcome: string;
  readonly posted: number;
  readonly waiting: number;
  readonly returned: number;
  readonly voided: readonly string[];
}

/** The same from what is kept with its idempotency key. */
export const toldOutcome = (kept: Readonly<Record<string, string>>): ToldOutcome => ({
  outcome: kept["outcome"] ?? "",
  posted: Number(kept["posted"]),
  waiting: Number(kept["waiting"]),
  returned: Number(kept["returned"]),
  voided: kept["voided"] ? kept["voided"].split(",") : [],
});
