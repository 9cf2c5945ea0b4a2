import { versionOn } from "../reports/report-checks";
import { fixedness } from "./fixed";
import { REPORT_RULE_CODES, REPORT_RULES, type ReportRuleCode } from "./report-rules";
import type { RuleSeverity } from "./rule";
import { type RuleBook, type StageRow, standingOf } from "./rule-book";
import { startsOnTrial } from "./stage";

/** One rule of reports as a programme holds it on a date. */
export interface RuleToday {
  readonly code: ReportRuleCode;
  readonly fixed: "all" | "part" | "none";
  /** What it was made with; counts while no stage was agreed. */
  readonly made: readonly RuleSeverity[];
  /** By which version it judges. */
  readonly version: number;
  /** While nobody agreed on a stage it is only tried, because it is new. */
  readonly onTrial: boolean;
  readonly now: StageRow | null;
  readonly next: readonly StageRow[];
  readonly waiting: StageRow | null;
}

/** Every rule of reports that held on a date, out of what was agreed by the moment of the book. */
export const rulesOn = (book: RuleBook, date: string): RuleToday[] =>
  [...REPORT_RULE_CODES]
    .filter((code) => (REPORT_RULES.find((rule) => rule.code === code)?.since ?? "") <= date)
    .sort((a, b) => a.localeCompare(b, "nl", { numeric: true }))
    .map((code) => ({
      code,
      fixed: fixedness(code),
      made: REPORT_RULES.find((rule) => rule.code === code)?.severities ?? [],
      version: versionOn(code, date),
      onTrial: startsOnTrial(code),
      ...standingOf(book, code, date),
    }));
