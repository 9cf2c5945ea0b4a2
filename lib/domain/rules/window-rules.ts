import { type CatalogueRule, reasonsOf } from "./rule";

const REPORT_DAY = "2026-11-28";
const own = { subject: "workflow", severities: ["block"], since: REPORT_DAY } as const;

/** When municipalities report, and who may do so later or not at all. */
export const WINDOW_RULES: readonly CatalogueRule[] = [
  {
    code: "W19",
    ...own,
    keeper: "both",
    reasons: reasonsOf("windows.reasons", "expires_in_past", "not_later", "asked_already", "granted_other"),
  },
  {
    code: "W11",
    ...own,
    keeper: "both",
    reasons: [
      "window_order",
      ...reasonsOf(
        "windows.reasons",
        "exists",
        "overlaps",
        "outside_tranche",
        "gap_before",
        "gap_after",
        "due_order",
      ),
    ],
    guards: ["GS041"],
  },
  {
    code: "W12",
    ...own,
    keeper: "application",
    reasons: reasonsOf("windows.reasons", "still_open", "next_open"),
  },
  {
    code: "W17",
    ...own,
    keeper: "both",
    reasons: reasonsOf(
      "windows.reasons",
      "opens_early",
      "due_before_open",
      "closes_before_due",
      "closes_in_past",
      "no_such_time",
      "nothing_changed",
    ),
  },
  {
    code: "W18",
    ...own,
    keeper: "both",
    reasons: ["window_closed", ...reasonsOf("windows.reasons", "closed", "closed_unopened")],
    guards: ["GS040"],
  },
];
