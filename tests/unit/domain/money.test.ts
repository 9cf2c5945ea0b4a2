import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, parseCents, readAmount, sum } from "@/lib/domain/money";
import { euro, typedEuros } from "@/lib/views/money";

const amounts = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map(cents);

describe("an amount", () => {
  it("that is shown and typed over comes back to the cent, in every notation that is shown", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(parseCents(typedEuros(amount))).toBe(amount);
        expect(parseCents(euro(amount, "nl"))).toBe(amount);
      }),
      { numRuns: 2000 },
    );
  });

  it("is read with the signs that people use", () => {
    const same: ReadonlyArray<readonly [string, bigint]> = [
      ["1.250,5", 1250_50n],
      ["€ 1.250,50", 1250_50n],
      ["1250", 1250_00n],
      ["1.250,-", 1250_00n],
      ["(1.250,00)", -1250_00n],
      ["1.250,00-", -1250_00n],
      ["−0,01", -1n],
      ["0", 0n],
    ];
    for (const [text, value] of same) expect(parseCents(text), text).toBe(value);
  });

  it("in English notation is refused, with what was probably meant", () => {
    expect(readAmount("1,250.50")).toEqual({ ok: false, problem: "english", meant: "1.250,50" });
    expect(readAmount("12.5")).toEqual({ ok: false, problem: "english", meant: "12,50" });
    expect(readAmount("1,460")).toMatchObject({ ok: false, problem: "thousands" });
  });

  it("that is no amount is refused and never becomes another", () => {
    for (const text of [
      "",
      " ",
      "-",
      "1.2.3",
      "12,345",
      "1e3",
      "NaN",
      "Infinity",
      "1 miljard",
      "0x10",
      "1,2,3",
    ])
      expect(parseCents(text), text).toBeNull();
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseCents(text);
        if (value !== null) expect(/\d/.test(text)).toBe(true);
      }),
    );
  });

  it("is a whole number of cents in every sum, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(amounts), (some) => {
        const total = sum(some);
        expect(total).toBe(sum([...some].reverse()));
        expect(sum([...some, cents(-total)])).toBe(0n);
      }),
    );
  });
});
