import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readGrid } from "@/lib/files/own-ledger/read-grid";
import { bomb, encrypted, manyRows, otherWorkbook, textRow } from "./hostile-files";

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/own-ledger/${name}`));
const read = (bytes: Uint8Array<ArrayBuffer>, fileName: string) => readGrid({ bytes, fileName });
const problem = (bytes: Uint8Array<ArrayBuffer>, fileName = "boekingen.xlsx") => {
  const found = read(bytes, fileName);
  return found.is === "refused" ? found.problem : found.is;
};
const gridOf = (name: string) => {
  const found = read(fixture(name), name);
  if (found.is === "refused") throw new Error(found.problem);
  return found.grid;
};

describe("a file of bookings", () => {
  it("is read with its headings, whether it is a workbook or a csv", () => {
    const [csv, xlsx] = [gridOf("boekingen.csv"), gridOf("boekingen.xlsx")];
    expect(xlsx.headings).toEqual(csv.headings);
    expect(xlsx.rows.map(({ row }) => row)).toEqual(csv.rows.map(({ row }) => row));
    expect(xlsx.sheet).toBe("Boekingen");
    expect(csv.rows[0]?.cells[6]).toEqual({ text: "12.500,00", is: "text" });
    expect(xlsx.rows[0]?.cells[6]).toEqual({ text: "12500", is: "number" });
    expect(xlsx.rows[0]?.cells[0]).toEqual({ text: "46146", is: "number", day: "2026-05-04" });
  });

  it("may have a title above its headings, and commas or tabs between its cells", () => {
    expect(gridOf("debet-credit.csv").headings).toEqual(["Datum", "Boekstuk", "Rekening", "Debet", "Credit"]);
    expect(gridOf("komma.csv").rows[0]?.cells[3]?.text).toBe("1.250,50");
    const tabs = read(new Uint8Array(Buffer.from("a\tb\tc\n1\t2\t3\n")), "b.csv");
    expect(tabs).toMatchObject({ is: "grid", grid: { headings: ["a", "b", "c"] } });
  });

  it("has no more columns than a bookkeeping has, and no character that cannot be kept", async () => {
    const wide = Array.from({ length: 16_000 }, (_, index) => `k${index}`).join(";");
    const found = read(new Uint8Array(Buffer.from(`${wide}\n1;2;3\n`)), "breed.csv");
    expect(found).toMatchObject({ is: "grid" });
    expect(found.is === "grid" && found.grid.headings.length).toBe(100);
    const bytes = await otherWorkbook({
      Blad: textRow(1, ["Datum", "Nummer", "Bedrag"]) + textRow(2, ["1-1-2026", "a_x0000_b", "1,00"]),
    });
    expect(read(bytes, "nul.xlsx")).toMatchObject({
      grid: { rows: [{ cells: [{}, { text: "ab" }, {}] }] },
    });
  });

  it("keeps a day as the day that the sheet shows, also when it counts from 1904", async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d mmm&quot; jaar &quot;"/><numFmt numFmtId="171" formatCode="0.00&quot; dagen&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;
    const cells = (...values: readonly [style: number, value: string][]) =>
      values.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join("");
    const rows = `${textRow(1, ["Datum", "Ook", "Bedrag", "Leeg"])}<row r="2">${cells([1, "46146"], [2, "46146"], [3, "46146"], [1, "-5"])}</row>`;
    const found = read(await otherWorkbook({ Blad: rows }, { "xl/styles.xml": styles }), "dagen.xlsx");
    expect(found).toMatchObject({
      grid: {
        rows: [
          {
            cells: [
              { text: "46146", day: "2026-05-04" },
              { text: "46146", day: "2026-05-04" },
              { text: "46146", is: "number" },
              { text: "-5", is: "number" },
            ],
          },
        ],
      },
    });
    expect(JSON.stringify(found).match(/"day"/g)).toHaveLength(2);

    const mac = await otherWorkbook(
      { Blad: rows },
      {
        "xl/styles.xml": styles,
        "xl/workbook.xml": `<workbook><workbookPr date1904="1"/><sheets><sheet name="Blad" r:id="rId1"/></sheets></workbook>`,
      },
    );
    expect(read(mac, "mac.xlsx")).toMatchObject({
      grid: { rows: [{ cells: [{ text: "47608", day: "2030-05-05" }, {}, { text: "46146" }, {}] }] },
    });
  });

  it("is refused whole when it is hostile, not a file of bookings, or holds none", async () => {
    expect(problem(await bomb(200 * 1024 * 1024))).toBe("zip_bomb");
    expect(problem(await bomb(1000))).toBe("zip_bomb");
    expect(problem(encrypted())).toBe("encrypted");
    expect(problem(await manyRows(25_001))).toBe("too_many_rows");
    expect(problem(new Uint8Array(0))).toBe("empty_file");
    expect(problem(new Uint8Array(Buffer.from("%PDF-1.7")), "factuur.pdf")).toBe("not_a_workbook");
    expect(problem(fixture("fout-geen-kopregel.csv"), "x.csv")).toBe("no_rows");
    const macros = await otherWorkbook({ Blad: textRow(1, ["a", "b", "c"]) }, { "xl/vbaProject.bin": "x" });
    expect(problem(macros)).toBe("macros");
  });
});
