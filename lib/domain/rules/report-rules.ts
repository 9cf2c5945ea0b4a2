import { type CatalogueRule, FIRST_DAY } from "./rule";

const CODES = ["S2", "S3", "S4", "S5", "S6", "S7", "S8", "S16", "S22", "W18", "X18"] as const;

/** The rules of which a report can have a finding. */
export type ReportRuleCode = (typeof CODES)[number];

/** Also kept by the database: the floor of what is still to be spent. */
const IN_DATABASE: readonly ReportRuleCode[] = ["S4", "S6"];

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
  severities: code === "S6" ? ["block", "warn"] : ["block"],
  keeper: IN_DATABASE.includes(code) ? "both" : "application",
  since: FIRST_DAY,
  reasons: [
    `reports.rules.${code}.*`,
    ...(code === "S6" ? ["exceeds_allocation"] : []),
    ...(IN_A_WORKBOOK[code] ?? []),
  ],
}));
