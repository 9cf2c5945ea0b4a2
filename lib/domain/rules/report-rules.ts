import { type CatalogueRule, FIRST_DAY } from "./rule";

const CODES = ["S2", "S3", "S4", "S5", "S6", "S7", "S8", "S16", "S22", "Q2", "X18"] as const;
const CODES = ["S2", "S3", "S4", "S5", "S6", "S7", "S8", "S16", "W8"] as const;

/** The rules of which a report can have a finding. */
export type ReportRuleCode = (typeof CODES)[number];

/** Also kept by the database: the floor of what is still to be spent. */
const IN_DATABASE: readonly ReportRuleCode[] = ["S4", "S6"];

/** What else says the rule: the database's floor, and the yearly accounts. */
const MORE_REASONS: Partial<Record<ReportRuleCode, readonly string[]>> = {
  S6: ["exceeds_allocation"],
  S8: ["sisa.rules.S8.*"],
/** What these rules say of a cell of a workbook. */
const IN_A_WORKBOOK: Readonly<Partial<Record<ReportRuleCode, readonly string[]>>> = {
  S2: ["entry.file.future_date"],
  S5: ["workbook.reasons.spent_negative", "workbook.reasons.forecast_negative"],
  S8: ["workbook.reasons.sum_unequal"],
  S16: ["workbook.reasons.result_negative"],
};

/** What a report of a municipality is checked against; see lib/domain/reports/rules. */
export const REPORT_RULES: readonly CatalogueRule[] = CODES.map((code) => ({
  code,
  subject: "report",
  severities: code === "S6" || code === "S8" ? ["block", "warn"] : ["block"],
  keeper: IN_DATABASE.includes(code) ? "both" : "application",
  since: code === "W8" ? "2026-11-28" : FIRST_DAY,
  reasons: [
    `reports.rules.${code}.*`,
    ...(code === "S6" ? ["exceeds_allocation"] : []),
    ...(code === "W8" ? ["evidence.*"] : []),
  ],
  since: FIRST_DAY,
  reasons: [`reports.rules.${code}.*`, ...(MORE_REASONS[code] ?? [])],
  reasons: [
    `reports.rules.${code}.*`,
    ...(code === "S6" ? ["exceeds_allocation"] : []),
    ...(IN_A_WORKBOOK[code] ?? []),
  ],
}));
