import type { Finding, ReportRule, ReportToCheck } from "./finding";
import { correctionPointsBack } from "./rules/correction-points-back";
import { evidenceIsThere } from "./rules/evidence-is-there";
import { finalHasNoForecast } from "./rules/final-has-no-forecast";
import { negativeAmounts } from "./rules/negative-amounts";
import { nothingIsEmpty } from "./rules/nothing-is-empty";
import { partsMakeTheWhole } from "./rules/parts-make-the-whole";
import { periodIsOver } from "./rules/period-is-over";
import { periodsInOrder } from "./rules/periods-in-order";
import { questionsAreAnswered } from "./rules/questions-are-answered";
import { resultsAreTold } from "./rules/results-are-told";
import { withinAllocation } from "./rules/within-allocation";

const RULES: readonly ReportRule[] = [
  periodIsOver,
  periodsInOrder,
  nothingIsEmpty,
  correctionPointsBack,
  negativeAmounts,
  withinAllocation,
  partsMakeTheWhole,
  finalHasNoForecast,
  resultsAreTold,
  questionsAreAnswered,
  evidenceIsThere,
];

/** Everything the rules have to say: about the whole first, then line by line in the report's order. */
export function checkReport(report: ReportToCheck): Finding[] {
  const place = new Map(report.lines.map(({ key }, index) => [key, index]));
  const rank = ({ line, result }: Finding) => {
    if (line !== undefined) return place.get(line) ?? 0;
    return result === undefined ? -1 : report.lines.length;
  };
  return RULES.flatMap((rule) => rule(report)).sort((a, b) => rank(a) - rank(b));
}

/** What stands in the way now. */
export const standsInTheWay = ({ severity, answered }: Finding): boolean =>
  severity === "block" || answered !== true;

export type LineSign = "fits" | "tooHigh" | "empty" | "adjust" | "explain" | "explained";

/** One word about a line, the worst first. */
export function lineSign(key: string, findings: readonly Finding[]): LineSign {
  const mine = findings.filter(({ line }) => line === key);
  if (mine.some(({ code }) => code === "S3")) return "empty";
  if (mine.some(({ problem }) => problem === "over")) return "tooHigh";
  if (mine.some(({ severity }) => severity === "block")) return "adjust";
  const question = mine.find(({ severity }) => severity === "question");
  if (question === undefined) return "fits";
  return question.answered === true ? "explained" : "explain";
}
