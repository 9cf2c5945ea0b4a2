import type { CatalogueRule } from "./rule";

const SISA_DAY = "2026-11-28";

/** The rules of which a SiSa year can have a finding. S8 and S9 stand with the reports. */
export type SisaRuleCode = "A1" | "A2" | "A3" | "A4" | "A5" | "A6" | "A7" | "S8" | "S9";

const rule = (
  code: Exclude<SisaRuleCode, "S8" | "S9">,
  severities: CatalogueRule["severities"],
  more: Partial<CatalogueRule> = {},
): CatalogueRule => ({
  code,
  subject: "sisa",
  severities,
  keeper: "application",
  since: SISA_DAY,
  reasons: [`sisa.rules.${code}.*`],
  ...more,
});

/** What the accounts of a municipality are checked against before they are delivered. */
export const SISA_RULES: readonly CatalogueRule[] = [
  rule("A1", ["block", "inform"]),
  rule("A2", ["inform"], { reasons: ["sisa.rules.A2.*", "sisa.codes.reasons.*"] }),
  rule("A3", ["block", "warn", "inform"], {
    keeper: "both",
    reasons: ["sisa.rules.A3.*", "sisa.cbs.reasons.*"],
  }),
  rule("A4", ["block", "inform"], {
    keeper: "both",
    reasons: ["sisa.rules.A4.*", "sisa_differs", "sisa_closed"],
    guards: ["GS031", "GS032"],
  }),
  rule("A5", ["block", "inform"]),
  rule("A6", ["inform"]),
  rule("A7", ["block", "warn", "inform"]),
];
