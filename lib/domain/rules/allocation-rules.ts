import { type CatalogueRule, DESK_DAY, FIRST_DAY, reasonsOf } from "./rule";

const rule = (
  code: string,
  subject: CatalogueRule["subject"],
  more: Partial<CatalogueRule> = {},
): CatalogueRule => ({
  code,
  subject,
  severities: ["block"],
  keeper: "application",
  since: FIRST_DAY,
  ...more,
});
const proposals = (...names: readonly string[]) => reasonsOf("proposals.reasons", ...names);

/** What a ceiling, an allocation, its revision or its withdrawal is checked against. */
export const ALLOCATION_RULES: readonly CatalogueRule[] = [
  rule("S17", "input", {
    reasons: [
      ...reasonsOf(
        "entry.reasons",
        "amount_decimals",
        "amount_english",
        "amount_letters",
        "amount_thousands",
        "amount_too_large",
        "amount_unreadable",
        "cell_error",
        "cell_formula",
        "date_unreadable",
      ),
      ...reasonsOf("workbook.reasons", "count_unreadable", "date_given"),
      ...reasonsOf("payments.problems", "amount", "date"),
    ],
  }),
  rule("B1", "input", {
    reasons: [
      ...proposals(
        "area_missing",
        "theme_missing",
        "decision_number_missing",
        "decision_date_missing",
        "decision_amount_missing",
        "no_lines",
      ),
      "batches.reasons.nothing_chosen",
    ],
  }),
  rule("D2", "allocation", { reasons: proposals("years_differ") }),
  rule("D5", "change", {
    reasons: [
      ...proposals("reason_missing"),
      "entry.reasons.same_amounts",
      "scenarios.reasons.nothing_changes",
    ],
  }),
  rule("D7", "allocation", {
    reasons: proposals("decision_too_early", "decision_too_late", "outside_tranche"),
  }),
  rule("D9", "allocation", { reasons: proposals("no_amount", "negative") }),
  rule("D13", "allocation", {
    keeper: "both",
    reasons: proposals("over_room", "no_ceiling", "ceiling_below_allocated"),
  }),
  rule("D14", "change", { keeper: "both", reasons: proposals("below_zero", "below_spent") }),
  rule("D15", "allocation", {
    since: DESK_DAY,
    reasons: proposals("gross_missing", "bcf_missing", "bases_differ"),
  }),
  rule("D4", "change", {
    keeper: "both",
    since: DESK_DAY,
    reasons: reasonsOf(
      "movements.reasons",
      "no_amount",
      "no_destination",
      "not_free",
      "other_tranche",
      "place_and_year",
      "same_place",
    ),
    guards: ["GS011"],
  }),
  rule("D12", "change", {
    since: DESK_DAY,
    reasons: reasonsOf("movements.reasons", "no_rule", "not_later", "too_late", "over_share"),
  }),
  rule("X9", "allocation", { reasons: proposals("overlapping", "twice") }),
];
