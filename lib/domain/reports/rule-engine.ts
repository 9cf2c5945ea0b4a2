import { isFixed } from "../rules/fixed";
import type { ReportRuleCode } from "../rules/report-rules";
import type { RuleStage } from "../rules/stage";
import { type Waiver, waiverFor } from "../rules/waiver";
import { checkReport } from "./check-report";
import type { Finding, FindingSeverity, ReportToCheck } from "./finding";

/** What people decided about the rules, and what the municipality wrote, as far as it matters for one report. */
export interface Standing {
  /** On the date of the check; a rule that is not in it keeps the severity that it was made with. */
  readonly stages: ReadonlyMap<ReportRuleCode, RuleStage>;
  readonly waivers: readonly Waiver[];
  /** By `explanationKey`. */
  readonly explanations: ReadonlyMap<string, string>;
}

export const explanationKey = (code: string, about: string | undefined): string => `${code}.${about ?? ""}`;

const OF_STAGE: Readonly<Record<Exclude<RuleStage, "retire">, FindingSeverity>> = {
  simulate: "simulated",
  warn: "question",
  block: "block",
};

/**
 * The one place where rules meet what people decided about them: the stage of the date makes a finding a trial, a question
 * or a bar, a waiver lifts it for one municipality, and an explanation answers a question. What is fixed always blocks.
 */
export function runRules(report: ReportToCheck, standing: Standing): Finding[] {
  const areas = new Map(report.lines.map(({ key, areaId }) => [key, areaId]));
  return checkReport(report).flatMap((finding): Finding[] => {
    const { code, problem, line } = finding;
    if (isFixed(code, problem)) return [finding];
    const stage = standing.stages.get(code);
    if (stage === "retire") return [];
    const severity = stage === undefined ? finding.severity : OF_STAGE[stage];
    const weighed = severity === "question" ? asked(finding, standing) : { ...finding, severity };
    const waiver = waiverFor(standing.waivers, { code, areaId: areas.get(line ?? "") ?? null }, report.today);
    if (waiver === null || severity === "simulated") return [weighed];
    return [{ ...weighed, waiver: { id: waiver.id, expiresOn: waiver.expiresOn } }];
  });
}

/** A question has a field in which it is answered: the rule's own, or one for this finding alone. */
function asked(finding: Finding, { explanations }: Standing): Finding {
  if (finding.answered !== undefined) return { ...finding, severity: "question" };
  const key = explanationKey(finding.code, finding.line ?? finding.result);
  const explanation = explanations.get(key) ?? null;
  return {
    ...finding,
    severity: "question",
    field: `why.${key}`,
    explanation,
    answered: (explanation ?? "").trim() !== "",
  };
}

/** Whether the question of a finding is answered in a field of its own. */
export const hasOwnField = ({ severity, field }: Finding): boolean =>
  severity === "question" && (field?.startsWith("why.") ?? false);
