import { fixedness } from "./fixed";
import { REPORT_RULES, type ReportRuleCode } from "./report-rules";
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
  REPORT_RULES.map(({ code, severities }) => ({
    code: code as ReportRuleCode,
    fixed: fixedness(code as ReportRuleCode),
    made: severities,
    ...standingOf(book, code as ReportRuleCode, today),
  }));
