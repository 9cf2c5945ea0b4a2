import type { ReportRuleCode } from "../rules/report-rules";
import type { ReportRule } from "./finding";
import { comesBackDifferent } from "./rules/comes-back-different";
import { correctionPointsBack } from "./rules/correction-points-back";
import { decisionsAreReported } from "./rules/decisions-are-reported";
import { delayIsExplained } from "./rules/delay-is-explained";
import { evidenceIsThere } from "./rules/evidence-is-there";
import { finalHasNoForecast } from "./rules/final-has-no-forecast";
import { finalIsComplete } from "./rules/final-is-complete";
import { forecastIsDivided } from "./rules/forecast-is-divided";
import { likelyFigures } from "./rules/likely-figures";
import { lineIsAllocated } from "./rules/line-is-allocated";
import { negativeAmounts } from "./rules/negative-amounts";
import { nothingIsEmpty } from "./rules/nothing-is-empty";
import { partsMakeTheWhole } from "./rules/parts-make-the-whole";
import { periodIsOver } from "./rules/period-is-over";
import { periodsInOrder } from "./rules/periods-in-order";
import { questionsAreAnswered } from "./rules/questions-are-answered";
import { resultsAreTold } from "./rules/results-are-told";
import { stillReporting } from "./rules/still-reporting";
import { withinAllocation } from "./rules/within-allocation";
import { withinWindow } from "./rules/within-window";
import { withinYear } from "./rules/within-year";

export interface ReportCheck {
  readonly code: ReportRuleCode;
  /** Goes up when the rule comes to judge the same report differently, so that kept results stay explicable. */
  readonly version: number;
  /** The days on which the second version and later ones came, yyyy-mm-dd. */
  readonly renewed?: readonly string[];
  readonly check: ReportRule;
}

/** Parts of a line that have to make a whole are one look at it and two rules. */
function only(code: ReportRuleCode, rule: ReportRule): ReportRule {
  return (report) => rule(report).filter((found) => found.code === code);
}

/** The one implementation of every rule of a report, in the order in which they speak. */
export const REPORT_CHECKS: readonly ReportCheck[] = [
  { code: "S2", version: 1, check: periodIsOver },
  { code: "S8", version: 1, check: periodsInOrder },
  { code: "S1", version: 1, check: withinWindow },
  { code: "W7", version: 1, check: comesBackDifferent },
  { code: "X7", version: 1, check: lineIsAllocated },
  { code: "X10", version: 1, check: decisionsAreReported },
  { code: "X14", version: 1, check: stillReporting },
  { code: "S3", version: 1, check: nothingIsEmpty },
  { code: "S4", version: 1, check: correctionPointsBack },
  { code: "S5", version: 2, renewed: ["2026-11-29"], check: negativeAmounts },
  { code: "S6", version: 2, renewed: ["2026-11-30"], check: withinAllocation },
  { code: "X18", version: 1, check: only("X18", partsMakeTheWhole) },
  { code: "S22", version: 1, check: only("S22", partsMakeTheWhole) },
  { code: "S23", version: 1, check: forecastIsDivided },
  { code: "S7", version: 1, check: finalHasNoForecast },
  { code: "S9", version: 1, check: finalIsComplete },
  { code: "X8", version: 1, check: withinYear },
  { code: "S15", version: 1, check: delayIsExplained },
  { code: "S16", version: 1, check: resultsAreTold },
  { code: "W8", version: 1, check: evidenceIsThere },
  { code: "Q2", version: 1, check: questionsAreAnswered },
  { code: "S21", version: 1, check: likelyFigures },
];

export const versionOf = (code: ReportRuleCode): number =>
  REPORT_CHECKS.find((one) => one.code === code)?.version ?? 1;

/** The version by which a rule judged on a date. */
export const versionOn = (code: ReportRuleCode, date: string): number =>
  1 + (REPORT_CHECKS.find((one) => one.code === code)?.renewed ?? []).filter((day) => day <= date).length;
