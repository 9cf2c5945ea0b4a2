import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, parseCents } from "@/lib/domain/money";
import {
  amount,
  amountParts,
  euro,
  euroBillions,
  euroMillions,
  millions,
  percentage,
  plainEuros,
  typedEuros,
} from "@/lib/views/money";

const anyCents = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map(cents);

describe("amounts as text", () => {
  it("writes euros the Dutch way, with a space that does not break", () => {
    expect(euro(cents(123_456_789n), "nl")).toBe("€\u00a01.234.567,89");
    expect(euro(cents(0n), "nl")).toBe("€\u00a00,00");
    expect(euro(cents(5n), "nl")).toBe("€\u00a00,05");
  });

  it("writes a minus of the width of a digit, before the digits and after the unit", () => {
    expect(euro(cents(-5_500_000n), "nl")).toBe("€\u00a0−55.000,00");
    expect(euro(cents(-5_500_000n), "en")).toBe("−€55,000.00");
    expect(amountParts(cents(-99n), "nl")).toEqual({ whole: "−0", cents: ",99" });
  });

  it("writes English amounts the British way", () => {
    expect(euro(cents(123_456_789n), "en")).toBe("€1,234,567.89");
  });

  it("keeps every cent of an amount that a floating-point number could not hold", () => {
    expect(euro(cents(9_007_199_254_740_993_01n), "nl")).toBe("€\u00a09.007.199.254.740.993,01");
  });

  it("cuts an amount into what is printed loud and what is printed quiet, and loses nothing", () => {
    fc.assert(
      fc.property(anyCents, fc.constantFrom("nl" as const, "en" as const), (value, locale) => {
        const parts = amountParts(value, locale);
        expect(parts.whole + parts.cents).toBe(amount(value, locale));
        expect(parts.cents).toMatch(/^[.,]\d\d$/);
      }),
    );
  });
});

describe("amounts that are read back", () => {
  it("reads every amount that it shows in a field as the same cents", () => {
    fc.assert(
      fc.property(anyCents, (value) => parseCents(typedEuros(value)) === value),
      { numRuns: 1000 },
    );
  });

  it("reads what it prints in Dutch, copied with unit, minus sign and hard space, as the same cents", () => {
    fc.assert(
      fc.property(anyCents, (value) => parseCents(euro(value, "nl")) === value),
      { numRuns: 1000 },
    );
  });

  it("exports with a point, two decimals and a hyphen, in any language", () => {
    expect(plainEuros(cents(123_456_789n))).toBe("1234567.89");
    expect(plainEuros(cents(-5n))).toBe("-0.05");
    fc.assert(fc.property(anyCents, (value) => BigInt(plainEuros(value).replace(".", "")) === value));
  });
});

describe("millions and billions", () => {
  it("have the decimals of the source and no more", () => {
    expect(millions(cents(107_600_000_000n), "nl")).toBe("1.076");
    expect(millions(cents(4_380_000_000n), "nl")).toBe("43,8");
    expect(millions(cents(17_268_846_522n), "nl")).toBe("172,68846522");
    expect(millions(cents(-120_000_000n), "en")).toBe("−1.2");
  });

  it("can be given at least so many decimals, for a column", () => {
    expect(millions(cents(920_000_000n), "nl", 3)).toBe("9,200");
    expect(millions(cents(914_512_345n), "nl", 3)).toBe("9,14512345");
  });

  it("name their unit", () => {
    expect(euroMillions(cents(107_600_000_000n), "nl")).toBe("€\u00a01.076\u00a0mln");
    expect(euroMillions(cents(107_600_000_000n), "en")).toBe("€1,076m");
    expect(euroBillions(cents(110_000_000_000n), "nl")).toBe("€\u00a01,1\u00a0mld");
    expect(euroBillions(cents(-110_000_000_000n), "en")).toBe("−€1.1bn");
  });
});

describe("a part of a whole", () => {
  it("has one decimal, half away from zero", () => {
    expect(percentage(4_941_250_000n, 5_475_000_000n, "nl")).toBe("90,3%");
    expect(percentage(1n, 2000n, "nl")).toBe("0,1%");
    expect(percentage(-1n, 2000n, "en")).toBe("−0.1%");
    expect(percentage(1n, 3n, "en")).toBe("33.3%");
  });

  it("is nothing when there is no whole, and never minus zero", () => {
    expect(percentage(5n, 0n, "nl")).toBeNull();
    expect(percentage(0n, -7n, "nl")).toBe("0,0%");
    expect(percentage(-1n, 100_000n, "nl")).toBe("0,0%");
  });

  it("lies within half a tenth of the exact share", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        (part, whole) => {
          const tenths = BigInt((percentage(part, whole, "en") ?? "").replace(/[,.%]/g, ""));
          const off = tenths * whole - part * 1000n;
          expect((off < 0n ? -off : off) * 2n <= whole).toBe(true);
        },
      ),
    );
  });
});
