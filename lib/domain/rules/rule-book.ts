import type { ReportRuleCode } from "./report-rules";
import type { RuleStage } from "./stage";

/** A stage as it was proposed; `agreed` is null while it waits. Names are for who is signed in. */
export interface StageRow {
  readonly id: string;
  readonly code: ReportRuleCode;
  readonly stage: RuleStage;
  /** From when it holds, or would hold. */
  readonly from: string;
  readonly reason: string;
  readonly agreed: boolean | null;
  readonly refusal: string | null;
  readonly proposer: string | null;
  readonly decider: string | null;
  readonly own: boolean;
}

export interface WaiverRow {
  readonly id: string;
  readonly code: ReportRuleCode;
  readonly stream: string;
  readonly municipality: string;
  readonly area: string | null;
  readonly reason: string;
  readonly expiresOn: string;
  readonly granted: boolean | null;
  readonly refusal: string | null;
  readonly requester: string | null;
  readonly decider: string | null;
  /** Asked by this reader, who therefore does not grant it. */
  readonly own: boolean;
  /** The reader's ministry owns the stream. */
  readonly mine: boolean;
}

export interface RuleBook {
  readonly stages: readonly StageRow[];
  readonly waivers: readonly WaiverRow[];
}

/** How one rule stands on a date, and what comes. */
export function standingOf(
  book: RuleBook,
  code: ReportRuleCode,
  today: string,
): { readonly now: StageRow | null; readonly next: readonly StageRow[]; readonly waiting: StageRow | null } {
  const mine = book.stages.filter((one) => one.code === code);
  const agreed = mine.filter((one) => one.agreed === true);
  return {
    now: agreed.findLast(({ from }) => from <= today) ?? null,
    next: agreed.filter(({ from }) => from > today),
    waiting: mine.find((one) => one.agreed === null) ?? null,
  };
}
