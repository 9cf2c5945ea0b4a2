import type { Finding, ReportToCheck } from "./finding";
import { REPORT_CHECKS, type ReportCheck } from "./report-checks";
import { isExempt } from "./report-line";

/** What one rule has to say; on a line of an area that is exempt nothing is asked. */
export function findingsOf({ check }: ReportCheck, report: ReportToCheck): Finding[] {
  const exempt = new Set(report.lines.filter(isExempt).map(({ key }) => key));
  return check(report).filter(({ line }) => line === undefined || !exempt.has(line));
}

/** Everything the rules have to say: about the whole first, then line by line in the report's order. */
export function checkReport(report: ReportToCheck): Finding[] {
  const place = new Map(report.lines.map(({ key }, index) => [key, index]));
  const rank = ({ line, result }: Finding) => {
    if (line !== undefined) return place.get(line) ?? 0;
    return result === undefined ? -1 : report.lines.length;
  };
  return REPORT_CHECKS.flatMap((rule) =>
    findingsOf(rule, report).map((one) => ({ ...one, version: rule.version })),
  ).sort((a, b) => rank(a) - rank(b));
}

/** What stands in the way now. */
export const standsInTheWay = ({ severity, answered, waiver }: Finding): boolean =>
  waiver === undefined && (severity === "block" || (severity === "question" && answered !== true));

export type LineSign = "fits" | "tooHigh" | "empty" | "adjust" | "explain" | "explained";

/** One word about a line, the worst first. */
export function lineSign(key: string, findings: readonly Finding[]): LineSign {
  const mine = findings.filter(({ line, waiver }) => line === key && waiver === undefined);
  if (mine.some(({ code }) => code === "S3")) return "empty";
  if (mine.some(({ problem }) => problem === "over")) return "tooHigh";
  if (mine.some(({ severity }) => severity === "block")) return "adjust";
  const questions = mine.filter(({ severity }) => severity === "question");
  if (questions.length === 0) return "fits";
  return questions.every(({ answered }) => answered === true) ? "explained" : "explain";
}
