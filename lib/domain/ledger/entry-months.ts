import type { EntryMeasure } from "./entry-filter";
import type { EntryKind } from "./journal";

/** What an entry of each kind is an amount of. */
export const MEASURE_OF: Readonly<Record<EntryKind, EntryMeasure>> = {
  ceiling_set: "ceiling",
  ceiling_revised: "ceiling",
  allocated: "allocated",
  revised: "allocated",
  withdrawn: "allocated",
  reallocated: "allocated",
  spent: "spent",
  spend_corrected: "spent",
  advanced: "advanced",
  recovered: "advanced",
  settled: "settled",
  settlement_reopened: "settled",
};

/** Entries of one kind that were recorded in one month, counted and added up; amounts in cents. */
export interface MonthCount {
  readonly recordedMonth: string;
  readonly kind: EntryKind;
  readonly entries: bigint;
  readonly amount: bigint;
}

/** Ceilings, allocations and spend are never added up together. */
export interface EntryTotal {
  readonly measure: EntryMeasure;
  readonly entries: bigint;
  readonly amount: bigint;
}

const MEASURES: readonly EntryMeasure[] = ["ceiling", "allocated", "spent", "advanced", "settled"];

export function totalsOf(counts: readonly Omit<MonthCount, "recordedMonth">[]): EntryTotal[] {
  return MEASURES.flatMap((measure) => {
    const own = counts.filter(({ kind }) => MEASURE_OF[kind] === measure);
    const entries = own.reduce((all, one) => all + one.entries, 0n);
    return entries === 0n
      ? []
      : [{ measure, entries, amount: own.reduce((all, one) => all + one.amount, 0n) }];
  });
}

/** What is counted now and was not counted then. */
export function lessKnown(now: readonly MonthCount[], then: readonly MonthCount[]): MonthCount[] {
  const keyOf = ({ recordedMonth, kind }: MonthCount) => `${recordedMonth}|${kind}`;
  const known = new Map(then.map((one) => [keyOf(one), one]));
  return now.flatMap((one): MonthCount[] => {
    const before = known.get(keyOf(one));
    if (before === undefined) return [one];
    const entries = one.entries - before.entries;
    return entries === 0n ? [] : [{ ...one, entries, amount: one.amount - before.amount }];
  });
}

/** Where a page of a list is found: so many entries of a month, after skipping some. */
export interface MonthPart {
  readonly recordedMonth: string;
  readonly skip: bigint;
  readonly take: bigint;
}

/** The months that a page of a list lies in, last recorded first, so that nothing is passed by but what one month holds. */
export function partsOfPage(
  counts: readonly Pick<MonthCount, "recordedMonth" | "entries">[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): MonthPart[] {
  const months = new Map<string, bigint>();
  for (const { recordedMonth, entries } of counts)
    months.set(recordedMonth, (months.get(recordedMonth) ?? 0n) + entries);
  let [skip, left] = [BigInt(offset), BigInt(limit)];
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([recordedMonth, entries]): MonthPart[] => {
      const passed = skip < entries ? skip : entries;
      const here = entries - passed;
      const take = here < left ? here : left;
      skip -= passed;
      left -= take;
      return take === 0n ? [] : [{ recordedMonth, skip: passed, take }];
    });
}
