import type { WholeReport } from "@/lib/domain/reports/report-file";
import { explanationKey } from "@/lib/domain/reports/rule-engine";
import { typedAmount, typedCount } from "./reports";

/** What every field of the report's form holds before anything is typed, by its name; empty ones are left out. */
export function typedFields({
  lines,
  results,
  explanations,
}: Pick<WholeReport, "lines" | "results" | "explanations">): Record<string, string> {
  const fields: [string, string][] = [
    ...lines.flatMap((line): [string, string][] => [
      [`spent.${line.key}`, typedAmount(line.spent)],
      [`correction.${line.key}`, typedAmount(line.correction)],
      [`forecast.${line.key}`, typedAmount(line.forecast)],
      [`own.${line.key}`, typedAmount(line.own)],
      [`note.${line.key}`, line.correctionNote ?? ""],
      [`explanation.${line.key}`, line.explanation ?? ""],
      [`corrects.${line.key}`, String(line.corrects?.seq ?? "")],
      ...line.years.map(({ year, amount }): [string, string] => [
        `year.${year}.${line.key}`,
        typedAmount(amount),
      ]),
      ...line.projects.flatMap(({ position, name, spent }): [string, string][] => [
        [`project.${position}.${line.key}`, name],
        [`projectSpent.${position}.${line.key}`, typedAmount(spent)],
      ]),
    ]),
    ...results.flatMap(({ key, value, note }): [string, string][] => [
      [`result.${key}`, typedCount(value)],
      [`resultNote.${key}`, note ?? ""],
    ]),
    ...explanations.map(({ code, line, text }): [string, string] => [
      `why.${explanationKey(code, line)}`,
      text,
    ]),
  ];
  return Object.fromEntries(fields.filter(([, text]) => text !== ""));
}
