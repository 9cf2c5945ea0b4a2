import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSheetAmount, readSheetDay } from "@/lib/domain/entry/sheet-number";

describe("a number of a spreadsheet", () => {
  it("is the amount that its cell shows, however the program wrote it", () => {
    const most = 10n ** 14n;
    fc.assert(
      fc.property(fc.bigInt({ min: -most, max: most }), (value) => {
        const size = value < 0n ? -value : value;
        const exact = `${value < 0n ? "-" : ""}${size / 100n}.${(size % 100n).toString().padStart(2, "0")}`;
        // What Excel, LibreOffice and others write: the exact decimal, and the same number as 17 digits of a double.
        for (const text of [
          exact,
          String(Number(exact)),
          Number(exact).toPrecision(17),
          Number(exact).toExponential(),
        ])
          expect(readSheetAmount(text), text).toEqual({ ok: true, value });
      }),
    );
  });

  it.each(["0.005", "1.234", "1234567.891"])(
    "%s has more decimals than an amount and is not rounded",
    (text) => {
      expect(readSheetAmount(text)).toEqual({ ok: false, problem: "decimals" });
    },
  );

  it.each(["", "x", "1,5", "1E999", "--1"])("%s is none", (text) => {
    expect(readSheetAmount(text)).toEqual({ ok: false, problem: "unreadable" });
  });
});

it("a day is counted as spreadsheets count them, and half a day is none", () => {
  expect(readSheetDay("46084")).toBe("2026-03-03");
  expect(["46084.5", "-1", "60", "9999999", ""].map(readSheetDay)).toEqual([null, null, null, null, null]);
});
