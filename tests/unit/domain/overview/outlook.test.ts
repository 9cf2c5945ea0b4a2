import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { expiryOf, monthsIn, outlookOf } from "@/lib/domain/overview/outlook";

const year = (of: number) => ({ startsOn: `${of}-01-01`, endsOn: `${of}-12-31` });

describe("in this pace", () => {
  it("spend per month goes on for the months that are left", () => {
    const outlook = outlookOf({
      allocated: cents(3_600_00n),
      spent: cents(1_000_00n),
      accepted: [year(2025)],
      expiresOn: "2027-12-31",
    });
    expect(outlook).toEqual({
      known: true,
      elapsedMonths: 12,
      remainingMonths: 24,
      pace: 83_33n,
      projected: 3_000_00n,
      unspent: 600_00n,
    });
  });

  it("says what is missing instead of a zero", () => {
    const facts = { allocated: cents(1n), spent: cents(0n), accepted: [], expiresOn: "2027-12-31" };
    expect(outlookOf(facts)).toEqual({ known: false, why: "no_report" });
    expect(outlookOf({ ...facts, accepted: [year(2025)], expiresOn: null })).toEqual({
      known: false,
      why: "no_end",
    });
    expect(outlookOf({ ...facts, accepted: [{ startsOn: "2026-02-01", endsOn: "2026-01-01" }] })).toEqual({
      known: false,
      why: "no_months",
    });
  });

  it("projects nothing after the last day", () => {
    const outlook = outlookOf({
      allocated: cents(500n),
      spent: cents(200n),
      accepted: [year(2025)],
      expiresOn: "2025-12-31",
    });
    expect(outlook).toMatchObject({ remainingMonths: 0, projected: 200n, unspent: 300n });
  });

  it("is less than one cent below the exact fraction, and more spend never leaves more unspent", () => {
    const money = fc.bigInt({ min: 0n, max: 10n ** 14n });
    const facts = fc.record({
      spent: money,
      extra: money,
      months: fc.integer({ min: 1, max: 12 }),
      until: fc.integer({ min: 2026, max: 2035 }),
    });
    fc.assert(
      fc.property(facts, ({ spent, extra, months, until }) => {
        const accepted = [{ startsOn: "2026-01-01", endsOn: `2026-${String(months).padStart(2, "0")}-28` }];
        const ask = (amount: bigint) => {
          const outlook = outlookOf({
            allocated: cents(0n),
            spent: cents(amount),
            accepted,
            expiresOn: `${until}-12-31`,
          });
          if (!outlook.known) throw new Error("known");
          return outlook;
        };
        const { projected, elapsedMonths, remainingMonths, unspent } = ask(spent);
        const [elapsed, whole] = [BigInt(elapsedMonths), BigInt(elapsedMonths + remainingMonths)];
        expect(elapsedMonths).toBe(months);
        expect(remainingMonths).toBe((until - 2026) * 12 + 12 - months);
        expect(projected * elapsed <= spent * whole).toBe(true);
        expect((projected + 1n) * elapsed > spent * whole).toBe(true);
        expect(ask(spent + extra).unspent <= unspent).toBe(true);
      }),
    );
  });
});

it("a month that has begun counts, and a period that ends before it begins has none", () => {
  expect(monthsIn("2026-01-15", "2026-04-02")).toBe(4);
  expect(monthsIn("2025-12-31", "2026-01-01")).toBe(2);
  expect(monthsIn("2026-03-01", "2026-01-31")).toBe(0);
});

it("money lapses at the end of the tranche's last year, else when the tranche closes", () => {
  expect(expiryOf({ lastYear: 2028, closesOn: "2027-06-30" })).toBe("2028-12-31");
  expect(expiryOf({ lastYear: null, closesOn: "2027-06-30" })).toBe("2027-06-30");
  expect(expiryOf({ lastYear: null, closesOn: null })).toBeNull();
});
