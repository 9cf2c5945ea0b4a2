import { cents } from "../money";
import type { BlockingReason } from "../refusal";
import { type CarryOverRule, carriedWith, lastYearFor, mostCarriedOver } from "./carry-over";
import { isCarryOver, type Movement } from "./movement";

export interface MovementFacts {
  /** Allocated and spent per year on the allocation that gives, cents. */
  readonly allocated: ReadonlyMap<number, bigint>;
  readonly spent: ReadonlyMap<number, bigint>;
  /** What open proposals already take away from each year, cents above zero. */
  readonly leaving: ReadonlyMap<number, bigint>;
  /** What the regulation says of a later year; null when nothing is recorded. */
  readonly rule: CarryOverRule | null;
  /** Carried over earlier from each year of this allocation, cents; and what open proposals carry over. */
  readonly carried: ReadonlyMap<number, bigint>;
  readonly carrying: ReadonlyMap<number, bigint>;
}

const text = (amount: bigint) => amount.toString();

/**
 * What stands in the way of a reallocation, beside what stands in the way of its lines (ceiling, period, decision): what
 * is not there or is spent cannot leave, and another year needs a rule of the regulation that allows it.
 */
export function movementReasons(movement: Movement, facts: MovementFacts): BlockingReason[] {
  const { from, to, moves } = movement;
  if (moves.length === 0) return [{ code: "movements.reasons.no_amount", field: "moves" }];
  if (from.trancheId !== to.trancheId) return [{ code: "movements.reasons.other_tranche", field: "to" }];
  const changesYear = moves.some(({ fromYear, toYear }) => fromYear !== toYear);
  if (isCarryOver(movement) && !changesYear) return [{ code: "movements.reasons.same_place", field: "to" }];
  const reasons = [...yearsThatGive(movement, facts)];
  if (isCarryOver(movement)) reasons.push(...carryOverReasons(movement, facts));
  else if (changesYear) reasons.push({ code: "movements.reasons.place_and_year", field: "moves" });
  return reasons;
}

/** What leaves a year and is not free there: allocated, less what is spent and what open proposals take. */
export function yearsThatGive(
  { moves }: Pick<Movement, "moves">,
  { allocated, spent, leaving }: Pick<MovementFacts, "allocated" | "spent" | "leaving">,
): BlockingReason[] {
  const asked = new Map<number, bigint>();
  for (const { fromYear, amount } of moves) asked.set(fromYear, (asked.get(fromYear) ?? 0n) + amount);
  return [...asked].flatMap(([year, amount]) => {
    const there = allocated.get(year) ?? 0n;
    const used = (spent.get(year) ?? 0n) + (leaving.get(year) ?? 0n);
    const free = there > used ? there - used : 0n;
    if (amount <= free) return [];
    return [
      {
        code: "movements.reasons.not_free",
        field: `years.${year}`,
        facts: {
          year: String(year),
          givenCents: text(amount),
          allocatedCents: text(there),
          usedCents: text(used),
          freeCents: text(free),
          overCents: text(amount - free),
        },
      },
    ];
  });
}

function carryOverReasons(
  { moves }: Movement,
  { allocated, rule, carried, carrying }: MovementFacts,
): BlockingReason[] {
  if (moves.some(({ fromYear, toYear }) => toYear <= fromYear))
    return [{ code: "movements.reasons.not_later", field: "toYear" }];
  if (rule === null) return [{ code: "movements.reasons.no_rule", field: "toYear" }];
  const reasons: BlockingReason[] = [];
  for (const { fromYear, toYear } of moves) {
    const last = lastYearFor(fromYear, rule);
    if (last !== null && toYear > last)
      reasons.push({
        code: "movements.reasons.too_late",
        field: "toYear",
        facts: { year: String(toYear), last: String(last), legalSource: rule.legalSource },
      });
  }
  const earlier = new Map(carried);
  for (const [year, open] of carrying) earlier.set(year, (earlier.get(year) ?? 0n) + open);
  for (const [year, amount] of carriedWith(moves, earlier)) {
    const most = mostCarriedOver(cents((allocated.get(year) ?? 0n) + (carried.get(year) ?? 0n)), rule);
    if (rule.sharePercent !== null && amount > most)
      reasons.push({
        code: "movements.reasons.over_share",
        field: `years.${year}`,
        facts: {
          year: String(year),
          givenCents: text(amount),
          mostCents: text(most),
          overCents: text(amount - most),
          share: String(rule.sharePercent),
          legalSource: rule.legalSource,
        },
      });
  }
  return reasons;
}
