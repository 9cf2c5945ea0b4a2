import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDelimited, renderDelimited } from "@/lib/domain/entry/delimited";
import { type EntryRow, entryFields } from "@/lib/domain/entry/entry-fields";
import { cellsOf, fillDown, MOST_LINES, placeCells } from "@/lib/domain/entry/place-cells";
import { readTypedAmount } from "@/lib/domain/entry/read-row";
import { cents } from "@/lib/domain/money";
import { typedEuros } from "@/lib/views/money";

const FIELDS = entryFields([2026, 2027]);
/** Everything that can stand in a cell of a spreadsheet, with much of what makes reading it hard. */
const anyCell = fc.string({
  unit: fc.constantFrom("a", "é", '"', ";", "\t", "\n", "\r", " ", "1", ",", ".", "€"),
  maxLength: 8,
});
const oneLine = fc
  .string({ unit: fc.constantFrom("a", "é", '"', ";", "1", ",", ".", "€"), minLength: 1, maxLength: 8 })
  .map((text) => text.trim());

describe("pasted cells", () => {
  it("are read back as they were copied, whatever stands in them", () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom("\t", ";"), (cells, separator) => {
        expect(parseDelimited(renderDelimited(cells, separator), separator)).toEqual(cells);
      }),
    );
  });

  it("put into an empty grid and copied out of it are the same cells", () => {
    const rows = fc.array(fc.array(oneLine, { minLength: FIELDS.length, maxLength: FIELDS.length }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, (cells) => {
        const placed = placeCells(
          [],
          FIELDS,
          { row: 0, field: "areaId" },
          parseDelimited(renderDelimited(cells)),
        );
        expect(placed.lost).toBe(0);
        expect(cellsOf(placed.rows, FIELDS)).toEqual(cells);
      }),
    );
  });

  it("start where the cursor is, leave the rest alone, and say how many did not fit", () => {
    const rows: EntryRow[] = [{ areaId: "Noord", reason: "blijft" }, {}];
    const placed = placeCells(rows, FIELDS, { row: 0, field: "legalSource" }, [
      ["Stcrt", "nieuw", "map 12", "te veel"],
      ["x", "y"],
      ["z"],
    ]);
    expect(placed).toEqual({
      rows: [
        { areaId: "Noord", legalSource: "Stcrt", reason: "nieuw", decisionDocument: "map 12" },
        { legalSource: "x", reason: "y" },
        { legalSource: "z" },
      ],
      lost: 1,
    });
  });

  it("never make more lines than a grid can hold", () => {
    const cells = Array.from({ length: MOST_LINES + 2 }, () => ["a"]);
    const placed = placeCells([], FIELDS, { row: 0, field: "areaId" }, cells);
    expect([placed.rows.length, placed.lost]).toEqual([MOST_LINES, 2]);
  });

  it("keep a quote that closes nothing as a quote, as spreadsheets copy it", () => {
    expect(parseDelimited('"Noord" wijk\tb\r\n"a ""b"" c"\td')).toEqual([
      ['"Noord" wijk', "b"],
      ['a "b" c', "d"],
    ]);
  });

  it("fill down takes over the cell above, and nothing on the first line", () => {
    const rows = [{ themeId: "school" }, { themeId: "" }];
    expect(fillDown(rows, 1, "themeId")).toEqual([{ themeId: "school" }, { themeId: "school" }]);
    expect(fillDown(rows, 0, "themeId")).toBe(rows);
  });
});

describe("an amount in a cell", () => {
  it("written in Dutch notation is read back to the cent", () => {
    const most = 10n ** 14n;
    fc.assert(
      fc.property(fc.bigInt({ min: -most, max: most }), (value) => {
        expect(readTypedAmount(typedEuros(cents(value)))).toEqual({ ok: true, value });
      }),
    );
  });

  it.each([
    ["1.234.567,89", 123_456_789n],
    ["€ 1.250,5", 125_050n],
    ["1250,-", 125_000n],
    ["(1.250,00)", -125_000n],
    ["1.250,00-", -125_000n],
  ])("%s", (text, value) => expect(readTypedAmount(text)).toEqual({ ok: true, value }));

  it.each([
    ["1,460", "thousands", "1.460"],
    ["1,250.50", "english", "1.250,50"],
    ["41O.000", "letters", "410.000"],
    ["twaalf", "unreadable", undefined],
    ["1.000.000.000.000.000,00", "too_large", undefined],
  ])("%s is refused and never guessed", (text, problem, meant) => {
    expect(readTypedAmount(text)).toEqual({ ok: false, problem, ...(meant === undefined ? {} : { meant }) });
  });
});
