import type { RuleSeverity } from "../rules/rule";
import type { RuleStage } from "../rules/stage";
import { CROSS_RULES, type LevelRuleCode } from "./cross-rules";
import type { ProgrammeFacts } from "./facts";
import type { CrossFinding } from "./finding";
import { INVARIANTS, type InvariantCode, isInvariant } from "./invariants";
import type { Judged, Unjudged } from "./judged";
import { type CrossSeverity, type Decided, severityAt, stageOf, waiverOf } from "./weigh";

export type CrossRuleCode = LevelRuleCode | InvariantCode;

const CODES: readonly CrossRuleCode[] = [...CROSS_RULES, ...INVARIANTS].map(({ code }) => code);
export const isCrossRule = (code: string): code is CrossRuleCode => CODES.some((one) => one === code);

/** Two kinds of checks in one run: figures of different levels, and what the ledger promises of itself. */
export const CHECK_GROUPS = ["levels", "ledger"] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];
export const groupOf = (code: CrossRuleCode): CheckGroup => (isInvariant(code) ? "ledger" : "levels");

/** What one rule came to in a run. */
export interface RuleOutcome {
  readonly code: CrossRuleCode;
  readonly version: number;
  readonly stage: RuleStage | null;
  readonly severity: RuleSeverity;
  readonly checked: number;
  readonly found: number;
  readonly unjudged: number;
  readonly why: Unjudged | null;
}

/** A finding of a run: weighed, and recognisable in the next. */
export interface RunFinding extends CrossFinding {
  readonly code: CrossRuleCode;
  /** Rule and thing: once in a run. */
  readonly key: string;
  readonly severity: CrossSeverity;
  readonly waiverId: string | null;
}

export interface RunResult {
  readonly outcomes: readonly RuleOutcome[];
  readonly findings: readonly RunFinding[];
}

interface Ruled {
  readonly code: CrossRuleCode;
  readonly version: number;
  readonly severity: RuleSeverity;
  readonly judge: () => Judged;
}

const AT_REST: Judged = { checked: 0, found: 0, findings: [], unjudged: 0, why: null };

/** Holds a programme against every rule, each weighed by its stage and by who is waived from it. */
export function runCrossRules(
  facts: ProgrammeFacts,
  invariants: ReadonlyMap<InvariantCode, Judged>,
  decided: Decided,
): RunResult {
  const rules: readonly Ruled[] = [
    ...CROSS_RULES.map(({ judge, ...rule }) => ({ ...rule, judge: () => judge(facts) })),
    ...INVARIANTS.map((rule) => ({
      ...rule,
      severity: "block" as const,
      judge: () => invariants.get(rule.code) ?? AT_REST,
    })),
  ];
  const date = facts.asOf.validOn;
  const ran = rules.map((rule) => {
    const stage = stageOf(decided, rule.code, date);
    const weight = severityAt(rule.severity, stage);
    const judged = weight === null ? AT_REST : rule.judge();
    return { rule, stage, judged, findings: weight === null ? [] : kept(rule, judged, weight) };
  });
  function kept({ code }: Ruled, { findings }: Judged, severity: CrossSeverity): RunFinding[] {
    return onceEach(findings).map((one) => ({
      ...one,
      code,
      key: `${code}~${one.thing}`,
      severity,
      waiverId: waiverOf(decided, code, one.place, date)?.id ?? null,
    }));
  }
  return {
    outcomes: ran.map(({ rule: { code, version, severity }, stage, judged }) => ({
      code,
      version,
      stage,
      severity,
      checked: judged.checked,
      found: judged.found,
      unjudged: judged.unjudged,
      why: judged.why,
    })),
    findings: ran.flatMap(({ findings }) => findings),
  };
}

/** Two things that are called the same are told apart by their place in the rule's own order. */
function onceEach(findings: readonly CrossFinding[]): CrossFinding[] {
  const seen = new Map<string, number>();
  return findings.map((one) => {
    const times = (seen.get(one.thing) ?? 0) + 1;
    seen.set(one.thing, times);
    return times === 1 ? one : { ...one, thing: `${one.thing}~${times}` };
  });
}
