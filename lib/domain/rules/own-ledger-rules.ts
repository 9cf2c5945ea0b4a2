import { type CatalogueRule, reasonsOf } from "./rule";

const kept = { severities: ["block"], since: "2026-11-28" } as const;
const reasons = (...names: readonly string[]) => reasonsOf("ownLedger.reasons", ...names);

/** What bookings and balances of a municipality's own ledger are checked against. */
export const OWN_LEDGER_RULES: readonly CatalogueRule[] = [
  {
    code: "G1",
    subject: "input",
    keeper: "application",
    ...kept,
    reasons: reasons(
      "column_needed",
      "column_missing",
      "column_twice",
      "amount_columns",
      "amount_twice",
      "cell_empty",
      "both_sides",
      "unread_rows",
    ),
  },
  {
    code: "G2",
    subject: "input",
    keeper: "both",
    ...kept,
    reasons: reasons("changed", "nothing_to_take", "nothing_to_take_over"),
  },
  {
    code: "G3",
    subject: "report",
    keeper: "both",
    ...kept,
    reasons: reasons("balance_stands", "balance_reason"),
  },
];
