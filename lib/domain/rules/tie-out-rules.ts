import { type CatalogueRule, reasonsOf } from "./rule";

const since = "2026-11-30";

/** What external files are read and held against the ledger by. */
export const TIE_OUT_RULES: readonly CatalogueRule[] = [
  {
    code: "X3",
    subject: "audit",
    severities: ["warn"],
    keeper: "application",
    since,
    reasons: reasonsOf("tieOut.reasons", "stands_already"),
  },
  {
    code: "G4",
    subject: "input",
    severities: ["block"],
    keeper: "application",
    since,
    reasons: reasonsOf(
      "tieOut.reasons",
      "column_needed",
      "column_missing",
      "column_twice",
      "says_nothing",
      "cell_empty",
      "about_nothing",
      "year_unreadable",
    ),
  },
];
