import { type CatalogueRule, reasonsOf } from "./rule";

const kept = { subject: "audit", severities: ["block"], since: "2026-11-29", keeper: "both" } as const;
const reasons = (...names: readonly string[]) => reasonsOf("sampling.reasons", ...names);
const ofFinding = (...names: readonly string[]) => reasonsOf("findings.reasons", ...names);

/** What samples and findings of auditors keep to. A6 and A7, items and tolerances of a scheme, stand with SiSa. */
export const AUDIT_RULES: readonly CatalogueRule[] = [
  {
    code: "A8",
    ...kept,
    reasons: ofFinding(
      "no_municipality",
      "no_stream",
      "amount_needs_stream",
      "no_amount",
      "amount_without_nature",
      "amount_not_above_zero",
      "due_past",
      "unknown_entry",
      "entry_elsewhere",
    ),
  },
  { code: "A9", ...kept, reasons: ["finding_differs"], guards: ["GS071"] },
  { code: "A10", ...kept, reasons: reasons("nothing", "expected_too_high", "too_many") },
  { code: "A13", ...kept, severities: ["inform"], keeper: "application" },
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
