import fc from "fast-check";
import { expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { carriedWithin } from "@/lib/domain/movements/carry-over";

const total = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n);

it("what is carried over goes to a later year, and no year gives or gets more than it changed", () => {
  const changes = fc.uniqueArray(
    fc.record({ year: fc.integer({ min: 2022, max: 2030 }), amount: fc.bigInt({ min: -500n, max: 500n }) }),
    { selector: ({ year }) => year },
  );
  fc.assert(
    fc.property(changes, (years) => {
      const moves = carriedWithin(years.map(({ year, amount }) => ({ year, amount: cents(amount) })));
      for (const { fromYear, toYear, amount } of moves) {
        expect(toYear).toBeGreaterThan(fromYear);
        expect(amount).toBeGreaterThan(0n);
      }
      for (const { year, amount } of years) {
        const gave = total(moves.filter((one) => one.fromYear === year).map((one) => one.amount));
        const got = total(moves.filter((one) => one.toYear === year).map((one) => one.amount));
        expect(gave <= (amount < 0n ? -amount : 0n)).toBe(true);
        expect(got <= (amount > 0n ? amount : 0n)).toBe(true);
      }
    }),
  );
});
