import { Refusal } from "../refusal";
import { standsInTheWay } from "./check-report";
import type { Finding, FindingFact } from "./finding";

const plain = (fact: FindingFact): string => {
  if (typeof fact === "string") return fact;
  if ("cents" in fact) return fact.cents.toString();
  return "date" in fact ? fact.date : `${fact.part}/${fact.whole}`;
};

/** @throws Refusal `blocked` with every reason at once; screens show the same findings with their sentences. */
export function refuseWhatBlocks(findings: readonly Finding[]): void {
  const blocking = findings.filter(standsInTheWay);
  if (blocking.length === 0) return;
  throw new Refusal(
    "blocked",
    { count: String(blocking.length) },
    blocking.map(({ code, problem, field, facts }) => ({
      code: `reports.rules.${code}.${problem}`,
      field,
      facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, plain(fact)])),
    })),
  );
}
