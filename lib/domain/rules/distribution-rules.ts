import { type CatalogueRule, DESK_DAY, reasonsOf } from "./rule";

const rule = (code: string, more: Partial<CatalogueRule> = {}): CatalogueRule => ({
  code,
  subject: "distribution",
  severities: ["block"],
  keeper: "application",
  since: DESK_DAY,
  ...more,
});
const reasons = (...names: readonly string[]) => reasonsOf("distribution.reasons", ...names);

/** What a distribution key, its figures and a run are checked against. */
export const DISTRIBUTION_RULES: readonly CatalogueRule[] = [
  rule("D1", {
    reasons: reasons(
      "above_left",
      "zero_weights",
      "nothing_to_follow",
      "no_such_recipient",
      "nobody",
      "no_pot",
      "pot_not_positive",
      "no_area",
    ),
  }),
  rule("D6", { reasons: reasons("shares_above_whole", "share") }),
  rule("D8", { reasons: reasons("drops") }),
  rule("D10", { severities: ["inform"] }),
  rule("D20", { reasons: reasons("floors_above_pot", "caps_below_pot", "unplaced", "floor_above_cap") }),
  rule("D21", {
    reasons: reasons(
      "no_parts",
      "nothing_left",
      "bound_twice",
      "not_positive",
      "fixed_amounts",
      "name_taken",
    ),
  }),
  rule("D22", {
    reasons: [
      ...reasons("no_input", "value_missing", "no_values", "other_grain"),
      ...reasonsOf(
        "distribution.values",
        "negative",
        "ambiguous",
        "english",
        "unreadable",
        "empty",
        "no_separator",
        "unknown_code",
        "twice",
      ),
    ],
  }),
];
