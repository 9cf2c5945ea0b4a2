import { type CatalogueRule, FIRST_DAY, REPORT_DAY } from "./rule";

const CODES = ["S2", "S3", "S4", "S5", "S6", "S7", "S8", "S16", "S22", "W8", "X18", "Q2"] as const;

/** The rules of which a report can have a finding. */
export type ReportRuleCode = (typeof CODES)[number];

/** Also kept by the database: the floor of what is still to be spent. */
const IN_DATABASE: readonly ReportRuleCode[] = ["S4", "S6"];

/** Rules that came with the municipal desk. */
const NEW: readonly ReportRuleCode[] = ["S22", "W8", "X18", "Q2"];

/** Where else the rule is said: by the database's floor, in a workbook's cells, in the yearly accounts. */
const MORE_REASONS: Readonly<Partial<Record<ReportRuleCode, readonly string[]>>> = {
  S2: ["entry.file.future_date"],
  S5: ["workbook.reasons.spent_negative", "workbook.reasons.forecast_negative"],
  S6: ["exceeds_allocation"],
  S8: ["sisa.rules.S8.*", "workbook.reasons.sum_unequal"],
  S16: ["workbook.reasons.result_negative"],
  W8: ["evidence.*"],
};

/** What a report of a municipality is checked against; see lib/domain/reports/rules. */
export const REPORT_RULES: readonly CatalogueRule[] = CODES.map((code) => ({
  code,
  subject: "report",
  severities: code === "S6" || code === "S8" ? ["block", "warn"] : ["block"],
  keeper: IN_DATABASE.includes(code) ? "both" : "application",
  since: NEW.includes(code) ? REPORT_DAY : FIRST_DAY,
  reasons: [`reports.rules.${code}.*`, ...(MORE_REASONS[code] ?? [])],
}));
