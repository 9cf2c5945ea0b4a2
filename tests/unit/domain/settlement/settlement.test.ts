import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settlementEntry } from "@/lib/domain/ledger/facts";
import { cents } from "@/lib/domain/money";
import { settlementOf } from "@/lib/domain/settlement/settlement";

const amount = fc.bigInt(0n, 10n ** 15n).map(cents);

describe("a settlement", () => {
  it("is of the spend, and of no more than the award", () => {
    const of = (spent: bigint) =>
      settlementOf({ awarded: cents(1_000n), spent: cents(spent), advanced: cents(900n) });
    expect(of(700n)).toMatchObject({ settled: 700n, lapsed: 300n, recovery: 200n, remainder: 0n });
    expect(of(900n)).toMatchObject({ settled: 900n, lapsed: 100n, recovery: 0n, remainder: 0n });
    expect(of(950n)).toMatchObject({ settled: 950n, recovery: 0n, remainder: 50n });
    expect(of(1_200n)).toMatchObject({ settled: 1_000n, lapsed: 0n, remainder: 100n });
  });

  it("always closes: advances less recovery plus remainder are what is settled, and one of the two is zero", () => {
    fc.assert(
      fc.property(amount, amount, amount, (awarded, spent, advanced) => {
        const { settled, lapsed, recovery, remainder } = settlementOf({ awarded, spent, advanced });
        expect(settled + lapsed).toBe(awarded);
        expect(advanced - recovery + remainder).toBe(settled);
        expect(recovery === 0n || remainder === 0n).toBe(true);
      }),
    );
  });

  it("and its reopening are the same entry the other way round", () => {
    const fact = {
      streamId: "s",
      trancheId: "t",
      themeId: "th",
      municipalityId: "m",
      areaId: "a",
      allocationId: "al",
      proposalId: "p",
      effectiveOn: "2026-11-01",
      reason: "toets",
    };
    fc.assert(
      fc.property(amount, amount, (settled, lapsed) => {
        fc.pre(settled + lapsed > 0n);
        const amounts = { ...fact, settled, awarded: cents(settled + lapsed) };
        const there = settlementEntry({ ...amounts, kind: "settled" }).postings;
        const back = settlementEntry({ ...amounts, kind: "settlement_reopened" }).postings;
        expect(there.reduce((all, one) => all + one.amount, 0n)).toBe(0n);
        expect(back.map((one) => -one.amount)).toEqual(there.map((one) => one.amount));
      }),
    );
  });
});
