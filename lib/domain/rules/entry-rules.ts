import { type CatalogueRule, DESK_DAY, reasonsOf } from "./rule";

const kept = { subject: "input", severities: ["block"], keeper: "application", since: DESK_DAY } as const;
const cell = (...names: readonly string[]) => reasonsOf("entry.reasons", ...names);
const report = (...names: readonly string[]) => reasonsOf("workbook.reasons", ...names);
const file = (...names: readonly string[]) => reasonsOf("entry.file", ...names);
const bookings = (...names: readonly string[]) => reasonsOf("ownLedger.file", ...names);
const payments = (...names: readonly string[]) => reasonsOf("payments.problems", ...names);
const document = (...names: readonly string[]) => reasonsOf("claims.document.problem", ...names);
/** What no file may be, whatever stands in it. */
const HOSTILE = [
  "too_large",
  "zip_bomb",
  "too_many_rows",
  "too_slow",
  "too_much_memory",
  "interrupted",
  "encrypted",
  "macros",
  "not_a_workbook",
  "old_excel",
] as const;

/** The day that reports could be filled in with a workbook. */
const WORKBOOK_DAY = "2026-11-28";

/** What is typed, pasted or uploaded for many lines at once. */
export const ENTRY_RULES: readonly CatalogueRule[] = [
  {
    code: "B2",
    ...kept,
    reasons: [
      ...cell("area_unknown", "area_ambiguous", "theme_unknown", "theme_ambiguous", "row_unknown"),
      ...report("row_unknown"),
    ],
  },
  { code: "B3", ...kept, reasons: cell("row_twice", "text_too_long") },
  { code: "B4", ...kept, reasons: cell("amount_cleared") },
  { code: "B5", ...kept, since: WORKBOOK_DAY, reasons: report("locked_changed") },
  {
    code: "S10",
    ...kept,
    since: WORKBOOK_DAY,
    reasons: report("choice_unknown", "choice_retired", "choice_contradicts"),
  },
  {
    code: "S11",
    ...kept,
    reasons: file(
      "old_version",
      "newer_version",
      "other_tranche",
      "other_report",
      "other_municipality",
      "wrong_sheet",
    ),
  },
  {
    code: "S12",
    ...kept,
    reasons: [
      ...file("empty_file", "no_rows", "formula_stripped", "columns_missing"),
      ...bookings("empty_file", "no_rows"),
      ...payments("empty"),
      ...document("empty"),
    ],
  },
  {
    code: "S20",
    ...kept,
    reasons: [
      ...file(...HOSTILE),
      ...bookings(...HOSTILE),
      ...payments("too_large", "too_many_lines", "not_a_payment_file", "doctype"),
      ...document("too_large", "wrong_type"),
      ...reasonsOf("distribution.values", "too_large", "not_a_csv"),
    ],
  },
  { code: "S14", ...kept, since: WORKBOOK_DAY },
];
