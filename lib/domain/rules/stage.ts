import type { BlockingReason } from "../refusal";
import { fixedness } from "./fixed";
import { REPORT_RULES, type ReportRuleCode } from "./report-rules";

/** The life of a rule: tried without anybody noticing, then a question, then a bar, then at rest. */
export const RULE_STAGES = ["simulate", "warn", "block", "retire"] as const;
export type RuleStage = (typeof RULE_STAGES)[number];

/** A stage that two people agreed on, from the day on which it holds. */
export interface StageFrom {
  readonly code: ReportRuleCode;
  readonly stage: RuleStage;
  /** yyyy-mm-dd */
  readonly from: string;
}

/** The day on which rules got a life. Those of before keep what they were made with; a later one begins on trial. */
export const LIFE_BEGINS = "2026-11-28";

const ON_TRIAL: readonly StageFrom[] = REPORT_RULES.flatMap(({ code, since }) =>
  since > LIFE_BEGINS ? [{ code: code as ReportRuleCode, stage: "simulate", from: since }] : [],
);

/** Nobody agreed on a stage of this rule yet, and it is too new to do anything by itself. */
export const startsOnTrial = (code: ReportRuleCode): boolean => ON_TRIAL.some((one) => one.code === code);

/** How each rule stands on a date: the latest stage that began by then. In the order in which they were agreed. */
export function stagesOn(stages: readonly StageFrom[], date: string): ReadonlyMap<ReportRuleCode, RuleStage> {
  const began = [...ON_TRIAL, ...stages]
    .filter(({ from }) => from <= date)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return new Map(began.map(({ code, stage }) => [code, stage]));
}

export interface ProposedStage {
  readonly rule: ReportRuleCode;
  readonly stage: RuleStage;
  readonly validFrom: string;
}

/** Why a stage cannot be proposed, all reasons at once. `waiting`: a proposal of this rule that nobody decided yet. */
export function stageReasons(
  { rule, stage, validFrom }: ProposedStage,
  {
    today,
    waiting,
    last,
  }: { today: string; waiting: boolean; last: { stage: RuleStage; from: string } | null },
): BlockingReason[] {
  const reasons: BlockingReason[] = [];
  if (fixedness(rule) === "all")
    reasons.push({ code: "stages.reasons.fixed", field: "rule", facts: { rule } });
  if (validFrom < today)
    reasons.push({ code: "stages.reasons.backwards", field: "validFrom", facts: { todayOn: today } });
  if (waiting) reasons.push({ code: "stages.reasons.waiting", field: "rule", facts: { rule } });
  if (last !== null && validFrom < last.from)
    reasons.push({
      code: "stages.reasons.before_last",
      field: "validFrom",
      facts: { rule, lastOn: last.from },
    });
  if (last !== null && last.stage === stage)
    reasons.push({ code: "stages.reasons.same", field: "stage", facts: { rule } });
  return reasons;
}
