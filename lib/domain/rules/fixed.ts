import type { ReportRuleCode } from "./report-rules";

/**
 * What always blocks, whatever stage or waiver there is: without it the ledger would not add up. SQL refuses a stage or a
 * waiver of a rule that is fixed as a whole (security.fixed_rule), and the floor under "to spend" keeps `over` besides.
 */
const FIXED: Partial<Record<ReportRuleCode, "all" | readonly string[]>> = {
  S3: "all",
  S4: "all",
  S5: ["spentNegative", "forecastNegative"],
  S6: ["over"],
  S8: "all",
  X7: "all",
};

/** `part`: only some of what the rule says is fixed. */
export function fixedness(code: ReportRuleCode): "all" | "part" | "none" {
  const fixed = FIXED[code];
  if (fixed === undefined) return "none";
  return fixed === "all" ? "all" : "part";
}

export function isFixed(code: ReportRuleCode, problem: string): boolean {
  const fixed = FIXED[code];
  return fixed === "all" || (fixed?.includes(problem) ?? false);
}
