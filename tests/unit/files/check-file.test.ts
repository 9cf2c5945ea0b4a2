import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { CheckedRow } from "@/lib/domain/entry/sheet-row";
import { cents } from "@/lib/domain/money";
import { checkFile } from "@/lib/files/entry/check-file";
import type { ReadingTask } from "@/lib/files/entry/reading";
import { GOOD, known, taskOf, typed, workbookOf, YEARS } from "./entry-world";
import { bomb, encrypted, manyRows, metadata, otherWorkbook, textRow } from "./hostile-files";

const outcome = (task: ReadingTask) => [...checkFile(task)].at(-1);
const rowsOf = (task: ReadingTask): readonly CheckedRow[] => {
  const last = outcome(task);
  if (last?.is !== "done") throw new Error(`not read: ${JSON.stringify(last)}`);
  return last.rows;
};
const problem = (bytes: Uint8Array<ArrayBuffer>, fileName?: string) => {
  const last = outcome(taskOf(bytes, known(3), fileName));
  return last?.is === "refused" ? last.problem : last?.is;
};
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

describe("the official workbook", () => {
  it("comes back untouched as unchanged rows, every one of them", async () => {
    const rows = known(30);
    const states = rowsOf(taskOf(await workbookOf(rows), rows)).map(({ state }) => state);
    expect(states).toEqual(rows.map(() => "unchanged"));
  });

  it("gives new allocations with their amounts to the cent, and revisions with the difference", async () => {
    const rows = known(4);
    const filled = new Map([
      ["gebied-1/thema", typed(GOOD)],
      ["gebied-3/thema", typed({ ...GOOD, "years.2026": "999,99", "years.2027": "" })],
    ]);
    const read = rowsOf(taskOf(await workbookOf(rows, filled), rows));
    expect(read.map(({ state }) => state)).toEqual(["unchanged", "new", "unchanged", "changed"]);
    expect(read[1]?.line).toMatchObject({
      kind: "allocation",
      areaId: "area-1",
      decisionOn: "2026-03-03",
      decisionDocument: "https://zoek.example/stcrt-2026-1",
      decisionCents: 125_050n,
      years: [
        { year: 2026, amount: 125_050n },
        { year: 2027, amount: 0n },
      ],
    });
    expect(read[3]?.line).toMatchObject({
      kind: "revision",
      allocationId: "allocation-3",
      decisionCents: -1n,
      years: [{ year: 2026, amount: -1n }],
    });
  });

  it("names every faulty cell of a row, and never takes an empty one for zero", async () => {
    const rows = known(2);
    const filled = new Map([
      ["gebied-0/thema", typed({ ...GOOD, "years.2026": "" })],
      [
        "gebied-1/thema",
        typed({ ...GOOD, decisionOn: "31-2-2026", "years.2026": "1,460", "years.2027": "1,250.50" }),
      ],
    ]);
    const read = rowsOf(taskOf(await workbookOf(rows, filled), rows));
    expect(
      read.map(({ reasons }) => reasons.map(({ code, field }) => `${field} ${code.split(".").at(-1)}`)),
    ).toEqual([
      ["years.2026 amount_cleared"],
      ["decisionOn date_unreadable", "years.2026 amount_thousands", "years.2027 amount_english"],
    ]);
  });

  it("refuses a row whose allocation changed since the workbook was made", async () => {
    const bytes = await workbookOf(
      known(1),
      new Map([["gebied-0/thema", typed({ ...GOOD, "years.2026": "5,00" })]]),
    );
    const moved = known(1).map((row) => ({ ...row, years: [{ year: 2026, amount: cents(5_000n) }] }));
    expect(rowsOf(taskOf(bytes, moved))[0]?.reasons.map(({ code }) => code)).toEqual([
      "entry.reasons.row_stale",
    ]);
  });

  it("is a workbook that another program reads: locked, with drop-downs, notes, red cells and a list of faults", async () => {
    const rows = known(2);
    const fault = { column: "years.2026", message: "Dit klopt niet.", lift: "Schrijf 1.460.", more: ["S17"] };
    const filled = new Map([
      ["gebied-1/thema", { given: { ...GOOD, "years.2026": "1,460" }, faults: [fault] }],
    ]);
    const book = await readXlsx(await workbookOf(rows, filled), { readStyles: true });
    expect(book.sheets.map(({ name }) => name)).toEqual([
      "Toekenningen",
      "Fouten",
      "Toelichting",
      "geldstroom",
    ]);
    const [main, faults, , hidden] = book.sheets;
    expect(main?.protection?.sheet).toBe(true);
    expect(main?.dataValidations?.map(({ type }) => type).toSorted()).toEqual([
      "date",
      "decimal",
      "decimal",
      "list",
      "textLength",
      "textLength",
      "textLength",
    ]);
    expect(hidden?.veryHidden).toBe(true);
    const bad = main?.cells?.get("2,7");
    expect(bad?.comment?.text).toContain("Schrijf 1.460.");
    expect(bad?.style?.fill).toMatchObject({ fgColor: { rgb: expect.stringContaining("F8C9C9") } });
    expect(bad?.style?.protection?.locked).toBe(false);
    expect(main?.cells?.get("1,0")?.style?.protection?.locked).not.toBe(false);
    expect(faults?.rows).toEqual([
      ["Blad", "Cel", "Gegeven", "Wat er mis is", "Wat goed zou zijn", "Regel"],
      ["Toekenningen", "H3", "1,460", "Dit klopt niet.", "Schrijf 1.460.", "S17"],
    ]);
    expect(YEARS).toHaveLength(2);
  });
});

it("what is given back is read as the same amount the next time, or refused again", async () => {
  const rows = known(2);
  const brought = async (given: string) => {
    const bytes = await workbookOf(
      rows,
      new Map([["gebied-1/thema", typed({ ...GOOD, "years.2026": given })]]),
    );
    const [, row] = rowsOf(taskOf(bytes, rows));
    return row?.reasons[0]?.code ?? row?.line?.years[0]?.amount;
  };
  expect(await brought("1.460")).toBe(146_000n);
  expect(await brought("1460,5")).toBe(146_050n);
  // A number of three decimals, as it is given back.
  expect(await brought("1,125")).toBe("entry.reasons.amount_thousands");
});

describe("csv", () => {
  const head =
    "Gemeente;Gebied;Thema;Nummer van het besluit;Datum van het besluit;Bedrag 2026;Bedrag 2027;Wettelijke bron;Reden;Vindplaats van het besluit";

  it("in Windows-1252 with semicolons is read, accents and euro signs included", () => {
    const rows = known(2).map((row, index) => (index === 1 ? { ...row, area: "Coördinatie" } : row));
    const text = `${head}\r\nGemeente 1;Coördinatie;Thema;B-1;03-03-2026;"€ 1.250,50";;;Café;map 12\r\n`;
    const bytes = latin1(text.replace("€", "\u0080"));
    expect(rowsOf(taskOf(bytes, rows, "lijst.csv"))[0]).toMatchObject({
      state: "new",
      reasons: [],
      line: { areaId: "area-1", decisionCents: 125_050n, reason: "Café", decisionDocument: "map 12" },
    });
  });

  it("without a column that is filled in is refused, so that nothing in it goes unread", () => {
    const bytes = latin1(
      `${head.replace("Vindplaats", "Plaats")}\r\nGemeente 1;Gebied 1;Thema;B-1;3-3-2026;1,00;;;x;y`,
    );
    const last = outcome(taskOf(bytes, known(2), "lijst.csv"));
    expect(last).toMatchObject({
      is: "refused",
      problem: "columns_missing",
      facts: { missing: "Vindplaats van het besluit" },
    });
  });

  it("names the row that it cannot place, and the place that stands in it twice", () => {
    const line = (area: string) => `Gemeente 1;${area};Thema;B-1;3-3-2026;1,00;;;x;\r\n`;
    const bytes = latin1(`${head}\n${line("Gebied 1")}${line("Gebied 1")}${line("Nergens")}`);
    expect(
      rowsOf(taskOf(bytes, known(2), "lijst.csv")).map(({ row, reasons }) => [
        row,
        ...reasons.map(({ code }) => code),
      ]),
    ).toEqual([[2], [3, "entry.reasons.row_twice"], [4, "entry.reasons.area_unknown"]]);
  });
});

describe("a file that is not what it should be has a reason of its own", () => {
  const stripped = (rows: string) => otherWorkbook({ Toekenningen: rows, geldstroom: metadata("2026.2") });
  const heads = Object.values(taskOf(new Uint8Array(0), []).headings).map(([title]) => title ?? "");

  it.each([
    ["nothing at all", () => new Uint8Array(0), "leeg.xlsx", "empty_file"],
    ["a picture", () => latin1("\u0089PNG\r\n\u001a\n\0\0"), "foto.xlsx", "not_a_workbook"],
    ["half a zip", () => latin1("PK\u0003\u0004 en dan niets meer"), "kapot.xlsx", "not_a_workbook"],
    ["another zip", () => zipOf(), "map.xlsx", "not_a_workbook"],
    ["a password", encrypted, "geheim.xlsx", "encrypted"],
    ["old Excel", () => new Uint8Array(Buffer.from("d0cf11e0a1b11ae10000", "hex")), "oud.xls", "old_excel"],
    ["macros", () => otherWorkbook({ Blad1: "" }, { "xl/vbaProject.bin": "x" }), "macro.xlsx", "macros"],
    ["a name that says macros", () => otherWorkbook({ Blad1: "" }), "macro.xlsm", "macros"],
    ["another workbook", () => otherWorkbook({ Blad1: textRow(1, ["a"]) }), "x.xlsx", "wrong_sheet"],
    [
      "a renamed sheet",
      () => otherWorkbook({ Blad1: "", geldstroom: metadata("2026.2") }),
      "x.xlsx",
      "wrong_sheet",
    ],
    [
      "last year's",
      () => otherWorkbook({ Toekenningen: "", geldstroom: metadata("2025.1") }),
      "x.xlsx",
      "old_version",
    ],
    [
      "from before decisions had a document",
      () => otherWorkbook({ Toekenningen: "", geldstroom: metadata("2026.1") }),
      "x.xlsx",
      "old_version",
    ],
    [
      "a tenth version, which comes after the second",
      () => otherWorkbook({ Toekenningen: "", geldstroom: metadata("2026.10") }),
      "x.xlsx",
      "newer_version",
    ],
    [
      "next year's",
      () => otherWorkbook({ Toekenningen: "", geldstroom: metadata("2027.1") }),
      "x.xlsx",
      "newer_version",
    ],
    ["no rows", () => stripped(textRow(1, heads)), "x.xlsx", "no_rows"],
    ["not even a heading", () => stripped(""), "x.xlsx", "no_rows"],
    [
      "without formulas",
      () => stripped(textRow(1, heads) + textRow(2, ["gebied-1/thema"])),
      "x.xlsx",
      "formula_stripped",
    ],
    [
      "other columns",
      () => stripped(textRow(1, ["Rij", "Gebied"]) + textRow(2, ["gebied-1/thema"])),
      "x.xlsx",
      "columns_missing",
    ],
    ["a bomb that says so", () => bomb(1024 ** 3), "x.xlsx", "zip_bomb"],
    ["a bomb that lies", () => bomb(0), "x.xlsx", "zip_bomb"],
    ["a million rows", () => manyRows(1_000_000), "x.xlsx", "too_many_rows"],
  ])("%s", async (_, make, name, expected) => {
    const bytes = await make();
    expect(problem(bytes, name)).toBe(expected);
  });

  it("a formula in an open cell is refused at that cell", async () => {
    const cells = ["gebied-1/thema", "", "", "", "", "B-1"].map(
      (cell, index) => `<c r="${String.fromCharCode(65 + index)}2" t="str"><v>${cell}</v></c>`,
    );
    const row = `<row r="2">${cells.join("")}<c r="H2"><f>1+1</f><v>2</v></c><c r="J2"><f>H2</f><v>2</v></c></row>`;
    const bytes = await stripped(textRow(1, heads) + row);
    expect(rowsOf(taskOf(bytes, known(3)))[0]?.reasons).toEqual([
      { code: "entry.reasons.cell_formula", field: "years.2026", facts: { given: "2" } },
    ]);
  });
});

it("a workbook that was damaged on its way is read or refused, and never a fault of ours", async () => {
  const rows = known(3);
  const whole = await workbookOf(rows, new Map([["gebied-1/thema", typed(GOOD)]]));
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(damage, fc.integer({ min: 1, max: whole.length }), fc.boolean(), (places, length, cut) => {
      const bytes = new Uint8Array(cut ? whole.slice(0, length) : whole);
      for (const [at, value] of places) bytes[at % bytes.length] = value;
      expect(["done", "refused"]).toContain(outcome(taskOf(bytes, rows))?.is);
    }),
    { numRuns: 300 },
  );
});

async function zipOf() {
  const { zipped } = await import("./hostile-files");
  return zipped({ "brief.txt": "Beste" });
}
