import { cents } from "@/lib/domain/money";
import type { FindingFact } from "@/lib/domain/reports/finding";

/** Exact amounts were kept as text. */
export function keptFacts(facts: Readonly<Record<string, unknown>>): Record<string, FindingFact> {
  const read = (fact: unknown): FindingFact => {
    if (typeof fact === "string") return fact;
    const { cents: amount, part, whole, date } = fact as Record<string, string>;
    if (amount !== undefined) return { cents: cents(BigInt(amount)) };
    if (part !== undefined && whole !== undefined) return { part: BigInt(part), whole: BigInt(whole) };
    return { date: date ?? "" };
  };
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, read(fact)]));
}
