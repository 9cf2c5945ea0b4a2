import { type CatalogueRule, FIRST_DAY, REPORT_DAY, type RuleSeverity, reasonsOf } from "./rule";

const FIRST = ["S2", "S3", "S4", "S5", "S6", "S7", "S8", "S16"] as const;
/** Rules that came with the municipal desk. */
const LATER = [
  "Q2",
  "S1",
  "S9",
  "S15",
  "S21",
  "S22",
  "S23",
  "W7",
  "W8",
  "X7",
  "X8",
  "X10",
  "X14",
  "X18",
] as const;

/** The rules of which a report can have a finding. */
export type ReportRuleCode = (typeof FIRST)[number] | (typeof LATER)[number];
export const REPORT_RULE_CODES: readonly ReportRuleCode[] = [...FIRST, ...LATER];

export const isReportRule = (code: string): code is ReportRuleCode =>
  REPORT_RULE_CODES.some((one) => one === code);

/** Also kept by the database: the floor of what is still to be spent. */
const IN_DATABASE: readonly ReportRuleCode[] = ["S4", "S6"];

/** Where else the rule is said: by the database's floor, in a workbook's cells, in the yearly accounts. */
const MORE_REASONS: Readonly<Partial<Record<ReportRuleCode, readonly string[]>>> = {
  S2: ["entry.file.future_date"],
  S5: reasonsOf(
    "workbook.reasons",
    "spent_negative",
    "forecast_negative",
    "own_negative",
    "project_negative",
  ),
  S6: ["exceeds_allocation"],
  S8: ["sisa.rules.S8.*", "workbook.reasons.sum_unequal"],
  S9: ["sisa.rules.S9.*"],
  S16: ["workbook.reasons.result_negative"],
  W8: ["evidence.*"],
  X18: ["workbook.reasons.project_unnamed"],
};

/** What a rule says as long as no stage says otherwise; a rule that is not named blocks. */
const SEVERITIES: Partial<Record<ReportRuleCode, readonly RuleSeverity[]>> = {
  S6: ["block", "warn"],
  S8: ["block", "warn"],
  S9: ["block", "warn"],
  S15: ["warn"],
  S21: ["inform"],
  S23: ["warn"],
  W7: ["warn"],
  X8: ["inform"],
  X10: ["warn"],
  X14: ["warn"],
};

/** Rules that came after the others. From then on a rule begins on trial: see `startsOnTrial`. */
const CAME_LATER: Partial<Record<ReportRuleCode, string>> = { S23: "2026-11-29" };

/** What a report of a municipality is checked against; see lib/domain/reports/rules. */
export const REPORT_RULES: readonly CatalogueRule[] = REPORT_RULE_CODES.map((code) => ({
  code,
  subject: "report",
  severities: SEVERITIES[code] ?? ["block"],
  keeper: IN_DATABASE.includes(code) ? "both" : "application",
  since: CAME_LATER[code] ?? (FIRST.some((one) => one === code) ? FIRST_DAY : REPORT_DAY),
  reasons: [`reports.rules.${code}.*`, ...(MORE_REASONS[code] ?? [])],
}));
