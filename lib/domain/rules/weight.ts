import { fixedness } from "./fixed";
import { REPORT_RULE_CODES, REPORT_RULES, type ReportRuleCode } from "./report-rules";
import type { RuleSeverity } from "./rule";
import { type RuleBook, type StageRow, standingOf } from "./rule-book";

/** One rule of reports as a programme holds it today. */
export interface RuleToday {
  readonly code: ReportRuleCode;
  readonly fixed: "all" | "part" | "none";
  /** What it was made with; counts while no stage was agreed. */
  readonly made: readonly RuleSeverity[];
  readonly now: StageRow | null;
  readonly next: readonly StageRow[];
  readonly waiting: StageRow | null;
}

export const rulesToday = (book: RuleBook, today: string): RuleToday[] =>
  [...REPORT_RULE_CODES]
    .sort((a, b) => a.localeCompare(b, "nl", { numeric: true }))
    .map((code) => ({
      code,
      fixed: fixedness(code),
      made: REPORT_RULES.find((rule) => rule.code === code)?.severities ?? [],
      ...standingOf(book, code, today),
    }));
