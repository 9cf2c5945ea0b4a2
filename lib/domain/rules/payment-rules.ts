import { type CatalogueRule, DESK_DAY, reasonsOf } from "./rule";

const kept = { subject: "payment", severities: ["block"], since: DESK_DAY } as const;
const proposals = (...names: readonly string[]) => reasonsOf("proposals.reasons", ...names);

/** What an advance and a recovery are checked against. */
export const PAYMENT_RULES: readonly CatalogueRule[] = [
  {
    code: "V1",
    ...kept,
    keeper: "both",
    reasons: [...proposals("above_award"), "above_award"],
    guards: ["GS012"],
  },
  { code: "V2", ...kept, keeper: "both", reasons: proposals("above_advanced") },
  {
    code: "V3",
    ...kept,
    keeper: "application",
    reasons: proposals("payment_in_future", "not_above_zero", "paid_before"),
  },
  {
    code: "V4",
    ...kept,
    keeper: "application",
    reasons: proposals("allocation_missing", "payment_date_missing", "payment_reference_missing"),
  },
];
