import { type Cents, cents } from "../money";
import type { Outcome } from "./distribute";

/** What a recipient gets over all years of an outcome, beside what another reading gives. */
export interface Effect {
  readonly code: string;
  readonly amount: Cents;
  /** Null where the other side says nothing about this recipient: that is not the same as nothing. */
  readonly before: Cents | null;
  readonly change: Cents;
  readonly roundedUp: boolean;
}

/** Totals per recipient over all years, in the order of the outcome. */
export function totalsOf({ years }: Outcome): Map<string, Cents> {
  const totals = new Map<string, Cents>();
  for (const { amounts } of years)
    for (const { code, amount } of amounts) totals.set(code, cents((totals.get(code) ?? 0n) + amount));
  return totals;
}

/** Who gains and who loses, recipient by recipient; whoever stands only on the other side loses all of it. */
export function effects(outcome: Outcome, before: ReadonlyMap<string, Cents>): Effect[] {
  const totals = totalsOf(outcome);
  const rounded = new Set(outcome.years.flatMap(({ roundedUp }) => roundedUp));
  const gone = [...before.keys()].filter((code) => !totals.has(code)).sort();
  return [...totals.keys(), ...gone].map((code) => {
    const amount = totals.get(code) ?? cents(0n);
    const had = before.get(code) ?? null;
    return { code, amount, before: had, change: cents(amount - (had ?? 0n)), roundedUp: rounded.has(code) };
  });
}

/** Both sides of a comparison, with only the years that both have: a year that one side lacks says nothing about it. */
export function inSharedYears(one: Outcome, other: Outcome) {
  const within = (outcome: Outcome, years: ReadonlySet<number>): Outcome => ({
    ...outcome,
    years: outcome.years.filter(({ year }) => years.has(year)),
  });
  const theirs = new Set(other.years.map(({ year }) => year));
  const years = one.years.map(({ year }) => year).filter((year) => theirs.has(year));
  const shared = new Set(years);
  return { years, one: within(one, shared), other: within(other, shared) };
}

/** Codes that stood in the set before and no longer do: replacing drops them. */
export const droppedCodes = (before: Iterable<string>, after: ReadonlySet<string>): string[] =>
  [...before].filter((code) => !after.has(code)).sort();
