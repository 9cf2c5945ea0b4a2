import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENTRY_KINDS } from "@/lib/domain/ledger/entry-filter";
import { MEASURE_OF, type MonthCount, partsOfPage, totalsOf } from "@/lib/domain/ledger/entry-months";

const counts = fc.uniqueArray(
  fc.record({
    recordedMonth: fc
      .integer({ min: 1, max: 12 })
      .map((month) => `2025-${String(month).padStart(2, "0")}-01`),
    kind: fc.constantFrom(...ENTRY_KINDS),
    entries: fc.bigInt(1n, 40n),
    amount: fc.bigInt(-1000n, 1000n),
  }),
  { selector: ({ recordedMonth, kind }) => `${recordedMonth}${kind}` },
);

/** Every entry of the list, last recorded first, by its month. */
const listOf = (months: readonly MonthCount[]) =>
  months
    .flatMap(({ recordedMonth, entries }) => Array.from({ length: Number(entries) }, () => recordedMonth))
    .sort()
    .reverse();

describe("a page of a list of entries", () => {
  it("lies in the months where the whole list would have it", () => {
    fc.assert(
      fc.property(counts, fc.nat(200), fc.integer({ min: 1, max: 60 }), (months, offset, limit) => {
        const parts = partsOfPage(months, { limit, offset });
        const shown = parts.flatMap(({ recordedMonth, take }) => Array(Number(take)).fill(recordedMonth));
        expect(shown).toEqual(listOf(months).slice(offset, offset + limit));
        for (const { recordedMonth, skip, take } of parts) {
          const there = BigInt(listOf(months).filter((month) => month === recordedMonth).length);
          expect(skip + take).toBeLessThanOrEqual(there);
        }
      }),
    );
  });

  it("is empty beyond the end", () => {
    expect(partsOfPage([], { limit: 50, offset: 0 })).toEqual([]);
  });
});

describe("the totals of a list", () => {
  it("count every entry once and leave no amount out", () => {
    fc.assert(
      fc.property(counts, (months) => {
        const totals = totalsOf(months);
        const add = (rows: readonly { entries: bigint; amount: bigint }[]) => [
          rows.reduce((all, { entries }) => all + entries, 0n),
          rows.reduce((all, { amount }) => all + amount, 0n),
        ];
        expect(add(totals)).toEqual(add(months));
        expect(new Set(totals.map(({ measure }) => measure)).size).toBe(totals.length);
      }),
    );
  });

  it("know what every kind of entry is an amount of", () => {
    expect(ENTRY_KINDS.filter((kind) => MEASURE_OF[kind] === undefined)).toEqual([]);
  });
});
