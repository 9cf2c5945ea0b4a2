import { isReportRule } from "../rules/report-rules";
import type { RuleSeverity } from "../rules/rule";
import type { RuleStage, StageFrom } from "../rules/stage";
import { stagesOn } from "../rules/stage";
import { type Waiver, waiverFor } from "../rules/waiver";
import type { CrossFinding } from "./finding";

/** How much a finding weighs; what is only being tried is kept apart. */
export const CROSS_SEVERITIES = ["block", "warn", "inform", "simulated"] as const;
export type CrossSeverity = (typeof CROSS_SEVERITIES)[number];

/** A granted waiver, with whom it is for. */
export interface ProgrammeWaiver extends Waiver {
  readonly streamId: string;
  readonly municipalityId: string;
}

/** What people decided about the rules of a programme, as it was known. */
export interface Decided {
  readonly stages: readonly StageFrom[];
  readonly waivers: readonly ProgrammeWaiver[];
}

/** The stage of a rule on a date; null as long as nobody agreed on one. Rules that only look across levels have none. */
export const stageOf = ({ stages }: Decided, code: string, date: string): RuleStage | null =>
  isReportRule(code) ? (stagesOn(stages, date).get(code) ?? null) : null;

/** What a finding of a rule weighs; null for a rule at rest, which is not run. */
export function severityAt(made: RuleSeverity, stage: RuleStage | null): CrossSeverity | null {
  if (stage === null) return made;
  if (stage === "retire") return null;
  return stage === "simulate" ? "simulated" : stage;
}

/** The waiver under which a finding falls on a date: of its stream and municipality, and of its area or of all. */
export function waiverOf(
  { waivers }: Decided,
  code: string,
  { streamId, municipalityId, areaId }: CrossFinding["place"],
  date: string,
): Waiver | null {
  if (!isReportRule(code)) return null;
  const own = waivers.filter((one) => one.streamId === streamId && one.municipalityId === municipalityId);
  return waiverFor(own, { code, areaId }, date);
}
