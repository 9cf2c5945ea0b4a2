import { cents } from "@/lib/domain/money";
import type { Finding, FindingFact } from "@/lib/domain/reports/finding";
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
export function findingFacts({ facts }: Finding, locale: Locale): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, factText(fact, locale)]));
}

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
