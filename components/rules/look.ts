import type { FindingSeverity } from "@/lib/domain/reports/finding";
import type { RuleStage } from "@/lib/domain/rules/stage";
import type { StatusSign } from "@/lib/views/status";

/** Red stands in the way, amber asks, blue informs; what is only tried or at rest is grey. */
export const SEVERITY_LOOK: Readonly<Record<FindingSeverity, StatusSign>> = {
  block: { tone: "error", sign: "barred" },
  question: { tone: "warn", sign: "warning" },
  inform: { tone: "info", sign: "eye" },
  simulated: { tone: "wait", sign: "clock" },
};

export const STAGE_LOOK: Readonly<Record<RuleStage, StatusSign>> = {
  simulate: SEVERITY_LOOK.simulated,
  warn: SEVERITY_LOOK.question,
  block: SEVERITY_LOOK.block,
  retire: { tone: "wait", sign: "none" },
};
