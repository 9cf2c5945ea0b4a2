import { type CatalogueRule, DESK_DAY, FIRST_DAY, reasonsOf } from "./rule";

const kept = { subject: "ledger", severities: ["block"], since: FIRST_DAY } as const;

/** What the ledger itself refuses, whoever asks; and what stands at its door. */
export const LEDGER_RULES: readonly CatalogueRule[] = [
  { code: "X5", ...kept, keeper: "database", reasons: ["exceeds_ceiling"] },
  { code: "X13", ...kept, keeper: "database", guards: ["GS002"] },
  { code: "L1", ...kept, keeper: "database", reasons: ["append_only"], guards: ["GS001"] },
  { code: "L2", ...kept, keeper: "both", reasons: ["unbalanced"], guards: ["GS003"] },
  { code: "L3", ...kept, keeper: "database", guards: ["GS004"] },
  { code: "L4", ...kept, subject: "input", keeper: "both", reasons: ["key_reused"] },
  {
    code: "L5",
    ...kept,
    subject: "input",
    keeper: "both",
    since: DESK_DAY,
    reasons: reasonsOf("views.reasons", "name_taken", "too_many"),
  },
];
