import { cents } from "@/lib/domain/money";
import type { Finding, FindingFact } from "@/lib/domain/reports/finding";
import type { NamedLine, NamedResult } from "@/lib/domain/reports/report-file";
import { longDate } from "./dates";
import { grouped } from "./digits";
import type { Locale } from "./locale";
import { euro, percentage, typedEuros } from "./money";

function factText(fact: FindingFact, locale: Locale): string {
  if (typeof fact === "string") return fact;
  if ("cents" in fact) return euro(fact.cents, locale);
  if ("date" in fact) return longDate(fact.date, locale);
  return percentage(fact.part, fact.whole, locale) ?? "";
}

/** The facts of a finding as text, ready for its sentence. */
export function findingFacts({ facts }: Pick<Finding, "facts">, locale: Locale): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, factText(fact, locale)]));
}

/** Facts of which the sentence needs the number, not the text. */
const COUNTED = new Set(["count", "more", "periods"]);

/** The facts of a finding in the reader's language: counts as numbers, names that exist twice in one of the two. */
export function sentenceFacts(
  finding: Pick<Finding, "facts">,
  locale: Locale,
): Record<string, string | number> {
  const suffix = locale === "en" ? "En" : "Nl";
  const words = Object.entries(findingFacts(finding, locale)).map(
    ([name, text]): [string, string | number] => [
      name.endsWith(suffix) ? name.slice(0, -suffix.length) : name,
      COUNTED.has(name) ? Number(text) : text,
    ],
  );
  return Object.fromEntries(words);
}

/** Beside an answer nothing is missing any more: the problem as it then reads, and its weight in one word. */
export const problemToldAs = ({ problem, answered }: Pick<Finding, "problem" | "answered">): string =>
  problem === "under" && answered === true ? "underExplained" : problem;
export const weightToldAs = ({ severity, answered }: Pick<Finding, "severity" | "answered">) =>
  severity === "question" && answered === true ? "explained" : severity;

interface Named {
  readonly lines: readonly Pick<NamedLine, "key" | "areaName" | "themeNameNl" | "themeNameEn">[];
  readonly results: readonly Pick<NamedResult, "key" | "nameNl" | "nameEn">[];
}

/** The line or result that a finding is about; null when it is about the whole report. */
export function aboutOf(
  { line, result }: Pick<Finding, "line" | "result">,
  { lines, results }: Named,
  locale: Locale,
): string | null {
  const ofLine = lines.find(({ key }) => key === line);
  if (ofLine !== undefined)
    return `${ofLine.areaName}, ${locale === "en" ? ofLine.themeNameEn : ofLine.themeNameNl}`;
  const ofResult = results.find(({ key }) => key === result);
  if (ofResult === undefined) return null;
  return locale === "en" ? ofResult.nameEn : ofResult.nameNl;
}

/** Sentences about the whole report stand alone. */
export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** What stands in an entry field at first: nothing when nothing was reported, "0,00" when zero was. */
export const typedAmount = (value: bigint | null): string => (value === null ? "" : typedEuros(cents(value)));

/** A count in an entry field, with Dutch points in both languages, as it is read. */
export const typedCount = (value: bigint | null): string => (value === null ? "" : grouped(value, "nl"));

/** "9f31 c2d0 …": a hash in groups of four, so that two people can compare it aloud. */
export const spacedHash = (hash: string): string => hash.replace(/(.{4})(?=.)/g, "$1 ");

/** The page of a report, or the list when there is none yet. */
export function reportPath(programme: string, report?: string | null): string {
  const list = `/programma/${encodeURIComponent(programme)}/rapportages`;
  return report ? `${list}/${encodeURIComponent(report)}` : list;
}
