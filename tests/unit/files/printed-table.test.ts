import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { amount, date, text } from "@/lib/files/cell";
import { columnWidths, printed, runsOf } from "@/lib/files/printed-table";

describe("a printed cell", () => {
  it("is written as people in its language read it", () => {
    expect(printed(amount(cents(-123_456_78n)), { language: "nl" })).toBe("−123.456,78");
    expect(printed(amount(cents(-123_456_78n)), { language: "en" })).toBe("−123,456.78");
    expect(printed(amount(cents(5n)), { language: "nl" })).toBe("0,05");
    expect(printed(date("2026-11-24"), { language: "nl" })).toBe("24-11-2026");
    expect(printed(null, { language: "nl" })).toBe("");
  });

  it("gives every amount back to the cent", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (value) => {
        const read = printed(amount(cents(value)), { language: "nl" })
          .replaceAll(".", "")
          .replace(",", "")
          .replace("−", "-");
        expect(BigInt(read)).toBe(value);
      }),
    );
  });

  it("leaves out what would turn a line around or break it", () => {
    expect(printed(text("a\u202eb\u0000c\nd"), { language: "nl" })).toBe("a b c d");
  });
});

describe("the columns of a print", () => {
  const column = (title: string, width: number) => ({ title, width });
  it("fill the line exactly, whatever is in them", () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 90 }).map((value) => text(value)),
      fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map((value) => amount(cents(value))),
      fc.constant(null),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 18 }),
        fc.array(fc.array(cell, { maxLength: 18 }), { maxLength: 4 }),
        (count, rows) => {
          const columns = Array.from({ length: count }, (_, index) => column(`kolom ${index}`, 6 + index));
          const shown = rows.map((row) =>
            columns.map((_, index) => printed(row[index] ?? null, { language: "nl" })),
          );
          const widths = columnWidths(columns, rows, shown, { room: 760, size: 8, gap: 6 });
          expect(widths.every((width) => width > 0)).toBe(true);
          expect(widths.reduce((all, one) => all + one, 0)).toBeCloseTo(760, 6);
        },
      ),
    );
  });

  it("leave room for a whole amount beside a long text", () => {
    const rows = [[amount(cents(1_340_000_00n)), text("woord ".repeat(80))]];
    const shown = rows.map((row) => row.map((one) => printed(one, { language: "nl" })));
    const [first = 0] = columnWidths([column("Bedrag", 4), column("Reden", 90)], rows, shown, {
      room: 400,
      size: 8,
      gap: 6,
    });
    expect(first).toBeGreaterThan("1.340.000,00".length * 4);
  });
});

it("a name with letters of another file is cut where the font changes", () => {
  expect(runsOf("Győr")).toEqual([
    { extended: false, text: "Gy" },
    { extended: true, text: "ő" },
    { extended: false, text: "r" },
  ]);
  expect(runsOf("Súdwest-Fryslân € −1")).toEqual([{ extended: false, text: "Súdwest-Fryslân € −1" }]);
});
