import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { checkBalance } from "@/lib/domain/own-balance/balance-state";

const entries = (...amounts: readonly bigint[]) =>
  amounts.map((amount, index) => ({ seq: BigInt(index + 1), amount: cents(amount) }));
const check = (stated: bigint, checked: bigint, later: readonly bigint[] = [], openPeriods = 0) =>
  checkBalance({ stated: cents(stated), checked: cents(checked), later: entries(...later), openPeriods });

describe("a stated balance", () => {
  it("agrees to the cent, or differs by what it is more than ours", () => {
    expect(check(100n, 100n)).toMatchObject({ state: "agrees", difference: 0n, broke: [] });
    expect(check(101n, 100n)).toMatchObject({ state: "differs", difference: 1n, broke: [] });
    expect(check(99n, 100n)).toMatchObject({ state: "differs", difference: -1n });
  });

  it("is broken by what came after it agreed, and by nothing that came before", () => {
    const broken = check(100n, 100n, [-30n, 30n, -5n]);
    expect(broken).toMatchObject({ state: "broken", accepted: 95n, difference: 5n });
    expect(broken.broke.map(({ seq }) => seq)).toEqual([3n]);
    expect(check(100n, 60n, [40n, 7n]).broke.map(({ seq }) => seq)).toEqual([2n]);
  });

  it("agrees again when a later entry repairs it", () => {
    expect(check(100n, 100n, [-30n, 30n])).toMatchObject({ state: "agrees", broke: [] });
    expect(check(100n, 60n, [40n])).toMatchObject({ state: "agrees" });
  });

  it("cannot be compared while a period up to its date is not accepted, whatever the figures", () => {
    expect(check(100n, 100n, [], 1)).toMatchObject({ state: "open", broke: [] });
    expect(check(100n, 60n, [7n], 2)).toMatchObject({ state: "open", accepted: 67n });
  });

  it("is blamed on exactly the entries that make the difference", () => {
    const amount = fc.bigInt({ min: -1000n, max: 1000n });
    fc.assert(
      fc.property(amount, amount, fc.array(amount, { maxLength: 12 }), (stated, checked, later) => {
        const found = check(stated, checked, later);
        const blamed = found.broke.reduce((all, one) => all + one.amount, 0n);
        if (found.state === "broken") expect(-blamed).toBe(found.difference);
        else expect(found.broke).toEqual([]);
        expect(found.accepted).toBe(checked + later.reduce((all, one) => all + one, 0n));
        expect(found.state === "agrees").toBe(found.difference === 0n);
      }),
      { numRuns: 1000 },
    );
  });
});
