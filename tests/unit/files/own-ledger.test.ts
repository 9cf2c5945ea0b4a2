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
