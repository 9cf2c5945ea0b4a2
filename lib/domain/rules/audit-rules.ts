import { type CatalogueRule, reasonsOf } from "./rule";

const kept = { subject: "audit", severities: ["block"], since: "2026-11-29", keeper: "both" } as const;
const reasons = (...names: readonly string[]) => reasonsOf("sampling.reasons", ...names);

/** What samples of auditors keep to. A6 and A7, items and tolerances of a scheme, stand with SiSa. */
export const AUDIT_RULES: readonly CatalogueRule[] = [
  { code: "A10", ...kept, reasons: reasons("nothing", "expected_too_high", "too_many") },
  {
    code: "A20",
    ...kept,
    reasons: [
      "sample_differs",
      ...reasons("below_zero", "uncertain_below_zero", "uncertain_too_high", "remark"),
    ],
    guards: ["GS070"],
  },
  { code: "A21", ...kept, reasons: reasons("due_past", "nothing_to_ask", "empty_answer") },
];
