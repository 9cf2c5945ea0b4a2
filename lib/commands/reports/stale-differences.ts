import { cents } from "@/lib/domain/money";
import type { BlockingReason } from "@/lib/domain/refusal";
import type { DeclaredExplanation } from "@/lib/domain/reports/report-content";
import type { NamedLine, NamedResult } from "@/lib/domain/reports/report-file";
import type { LineInput, ReportInput, ResultInput } from "@/lib/input/report";
import { typedEuros } from "@/lib/views/money";

type Value = bigint | string | null;

/** As it stands in an entry field: Dutch digits in both languages. */
const shown = (value: Value, money: boolean): string => {
  if (value === null) return "";
  if (typeof value === "string") return value;
  return money ? typedEuros(cents(value)) : value.toString();
};

export type FilledIn = Pick<ReportInput, "lines" | "results" | "explanations">;

interface Stored {
  readonly lines: readonly NamedLine[];
  readonly results: readonly NamedResult[];
  readonly explanations: readonly DeclaredExplanation[];
}

/** What somebody changed that somebody else changed as well since the page was opened, and to something else. */
export function conflicts(
  { now, before }: { readonly now: FilledIn; readonly before: FilledIn },
  stored: Stored,
  who: string,
): BlockingReason[] {
  const moved = new Set(staleDifferences(before, stored, who).map(({ field }) => field));
  return staleDifferences(now, stored, who).filter(({ field }) => moved.has(field));
}

/** What was typed beside what somebody else saved meanwhile: one sentence per field that differs. */
export function staleDifferences(input: FilledIn, stored: Stored, who: string): BlockingReason[] {
  const reasons: BlockingReason[] = [];
  const compare = (
    name: string,
    key: string,
    about: Record<string, string>,
    yours: Value | undefined,
    theirs: Value,
    money: boolean,
  ) => {
    if (yours === undefined || yours === theirs) return;
    const facts = { ...about, who, yours: shown(yours, money), theirs: shown(theirs, money) };
    reasons.push({ code: `reports.stale.${name}`, field: `${name}.${key}`, facts });
  };
  for (const line of stored.lines) {
    const typed: LineInput | undefined = input.lines.find(({ key }) => key === line.key);
    if (typed === undefined) continue;
    const about = { area: line.areaName, themeNl: line.themeNameNl, themeEn: line.themeNameEn };
    compare("spent", line.key, about, typed.spent, line.spent, true);
    compare("correction", line.key, about, typed.correction, line.correction, true);
    compare("note", line.key, about, typed.note, line.correctionNote, false);
    compare("corrects", line.key, about, typed.corrects, line.corrects?.seq ?? null, false);
    compare("forecast", line.key, about, typed.forecast, line.forecast, true);
    compare("explanation", line.key, about, typed.explanation, line.explanation, false);
    compare("own", line.key, about, typed.own, line.own, true);
    for (const { year, amount } of line.years) {
      const yours = typed.years?.find((one) => one.year === year)?.amount;
      compare("year", `${year}.${line.key}`, { ...about, year: String(year) }, yours, amount, true);
    }
    for (const yours of typed.projects ?? []) {
      const theirs = line.projects.find(({ position }) => position === yours.position);
      const [place, at] = [{ ...about, name: yours.name }, `${yours.position}.${line.key}`];
      compare("project", at, place, yours.name, theirs?.name ?? null, false);
      compare("projectSpent", at, place, yours.spent, theirs?.spent ?? null, true);
    }
    for (const theirs of typed.projects === undefined ? [] : line.projects) {
      if (typed.projects?.some(({ position }) => position === theirs.position)) continue;
      const [place, at] = [{ ...about, name: theirs.name }, `${theirs.position}.${line.key}`];
      compare("project", at, place, null, theirs.name, false);
    }
  }
  for (const result of stored.results) {
    const typed: ResultInput | undefined = input.results.find(({ key }) => key === result.key);
    if (typed === undefined) continue;
    const about = { nameNl: result.nameNl, nameEn: result.nameEn };
    compare("result", result.key, about, typed.result, result.value, false);
    compare("resultNote", result.key, about, typed.resultNote, result.note, false);
  }
  for (const { code, line, text } of input.explanations ?? []) {
    const theirs = stored.explanations.find((one) => one.code === code && one.line === line);
    compare("why", `${code}.${line}`, { rule: code }, text, theirs?.text ?? null, false);
  }
  return reasons;
}
