import { cents } from "../../money";
import { carriedWithin, lastYearFor, mostCarriedOver } from "../../movements/carry-over";
import type { ProgrammeFacts, RegisteredAllocation } from "../facts";
import { type Judged, judgeEach } from "../judged";
import { aboutAllocation, figuresBySpot, placeOfSpot, spotKey, spotNames } from "../spots";

interface Carried {
  readonly allocation: RegisteredAllocation;
  readonly year: number;
  readonly amount: bigint;
  /** The last year that received. */
  readonly reached: number;
}

/** What left a year of an allocation for a later one, over all decisions that changed it. */
function carriedOver({ awards, register }: ProgrammeFacts): Carried[] {
  const allocations = new Map(register.map((one) => [one.id, one]));
  const found = new Map<string, Carried>();
  for (const { allocationId, years } of awards) {
    const allocation = allocations.get(allocationId ?? "");
    if (allocation === undefined) continue;
    for (const { fromYear: year, toYear, amount } of carriedWithin(years)) {
      const key = `${allocation.id}/${year}`;
      const known = found.get(key);
      found.set(key, {
        allocation,
        year,
        amount: (known?.amount ?? 0n) + amount,
        reached: Math.max(known?.reached ?? toYear, toYear),
      });
    }
  }
  return [...found.values()];
}

/** D12: money goes to a later year only where the regulation allows it, up to its share and its last year. */
export function carryOverWithinRule(facts: ProgrammeFacts): Judged {
  const { names, positions, carryOver } = facts;
  const rules = new Map(carryOver.map(({ trancheId, rule }) => [trancheId, rule]));
  const spots = figuresBySpot(positions);
  return judgeEach(carriedOver(facts), "no_carry_over", ({ allocation, year, amount, reached }) => {
    const rule = rules.get(allocation.trancheId) ?? null;
    const there = spots.get(spotKey(allocation))?.allocated.get(year) ?? 0n;
    const most = rule === null ? null : mostCarriedOver(cents(there + amount), rule);
    const last = rule === null ? null : lastYearFor(year, rule);
    const late = last !== null && reached > last;
    if (most !== null && amount <= most && !late) return "passed";
    const about = aboutAllocation(allocation);
    return {
      thing: `${allocation.number.toLowerCase()}~${year}`,
      problem: rule === null ? "no_rule" : late ? "too_late" : "over_share",
      about,
      place: placeOfSpot(names, allocation, year),
      unit: "cents",
      source: { value: amount, origin: "carried_over", at: about.at },
      target: { value: late ? 0n : most, origin: "carry_over_rule", at: null },
      facts: {
        ...spotNames(names, allocation).facts,
        year: String(year),
        reached: String(reached),
        last: String(last ?? ""),
        legalSource: rule?.legalSource ?? "",
      },
    };
  });
}
