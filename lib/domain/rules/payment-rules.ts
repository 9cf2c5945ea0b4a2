import { type CatalogueRule, DESK_DAY, reasonsOf } from "./rule";

const kept = { subject: "payment", severities: ["block"], since: DESK_DAY } as const;
const proposals = (...names: readonly string[]) => reasonsOf("proposals.reasons", ...names);
const file = (...names: readonly string[]) => reasonsOf("payments.problems", ...names);
const settlement = (...names: readonly string[]) => reasonsOf("settlement.reasons", ...names);

/** What an advance, a recovery and a settlement are checked against. */
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
  {
    code: "V5",
    ...kept,
    keeper: "both",
    reasons: [
      ...settlement("settled", "not_settled", "nothing_awarded", "not_accepted", "no_final_window"),
      ...settlement("open_proposal", "changed", "in_future"),
      "settlement_differs",
    ],
    guards: ["GS014"],
  },
  {
    code: "V6",
    ...kept,
    keeper: "both",
    reasons: [...settlement("locked", "above_settled", "below_settled"), "settled"],
    guards: ["GS013"],
  },
  {
    code: "V7",
    ...kept,
    keeper: "both",
    reasons: [
      ...reasonsOf("schedule.reasons", "settled", "no_terms", "before_decision", "after_programme"),
      ...reasonsOf("schedule.reasons", "twice", "not_above_zero", "other_total", "same"),
      "schedule_differs",
    ],
    guards: ["GS015"],
  },
  {
    code: "V8",
    ...kept,
    keeper: "application",
    reasons: file("namespace", "not_xml", "missing", "columns", "source"),
  },
  { code: "V9", ...kept, keeper: "application", reasons: file("count", "sum", "entry_sum") },
  { code: "V10", ...kept, keeper: "application", reasons: file("currency", "direction", "not_booked") },
];
