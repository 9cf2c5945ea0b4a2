import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { amount, type Cell, date, text, whole } from "@/lib/files/cell";
import { pdf } from "@/lib/files/pdf";
import { spreadsheet } from "@/lib/files/spreadsheet";

const columns = [
  { title: "Naam", width: 20 },
  { title: "Bedrag", width: 16 },
  { title: "Op", width: 12 },
  { title: "Aantal", width: 8 },
];
const rows: Cell[][] = [
  [text("=1+1"), amount(cents(-55_000_01n)), date("2026-02-28"), whole(3n)],
  [text("a & <b>\tc  d\nregel\u0001 2"), amount(cents(1n)), null, null],
];
const statement = [
  { name: "Programma", value: text("Oefen") },
  { name: "Totaal, €", value: amount(cents(-55_000_00n)) },
];

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** The entries of a zip, read through its directory at the end. */
function unzipped(archive: Buffer): Map<string, { readonly stored: boolean; readonly text: string }> {
  const end = archive.length - 22;
  const found = new Map<string, { stored: boolean; text: string }>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const start = archive.readUInt32LE(at + 42);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const data = archive.subarray(from, from + packed);
    found.set(name, {
      stored: method === 0,
      text: (method === 0 ? data : inflateRawSync(data)).toString("utf8"),
    });
    at += 46 + nameLength;
  }
  return found;
}

describe("an OpenDocument spreadsheet", () => {
  const plan = () => ({
    sheet: "Posten",
    table: { columns, rows },
    statementSheet: "Verantwoording",
    statement,
  });

  it("begins with its type, not packed, so that it is known by its first bytes", async () => {
    const archive = await bytesOf(spreadsheet(plan()));
    expect(archive.toString("latin1", 30, 38)).toBe("mimetype");
    expect(archive.toString("latin1", 38, 84)).toBe("application/vnd.oasis.opendocument.spreadsheet");
    expect(unzipped(archive).get("mimetype")?.stored).toBe(true);
  });

  it("keeps amounts as the decimals they are, and text as text", async () => {
    const content = unzipped(await bytesOf(spreadsheet(plan()))).get("content.xml")?.text ?? "";
    expect(content).toContain('office:value-type="float" office:value="-55000.01"');
    expect(content).toContain('office:value-type="string"><text:p>=1+1</text:p>');
    expect(content).not.toContain("table:formula");
    expect(content).toContain('office:date-value="2026-02-28"');
    expect(content).toContain(
      '<text:p>a &amp; &lt;b&gt;<text:tab/>c<text:s text:c="2"/>d</text:p><text:p>regel\ufffd 2</text:p>',
    );
  });

  it("goes on in another sheet when one is full", async () => {
    const many = { ...plan(), mostRows: 2 };
    const content = unzipped(await bytesOf(spreadsheet(many))).get("content.xml")?.text ?? "";
    expect([...content.matchAll(/table:table table:name="([^"]+)"/g)].map((match) => match[1])).toEqual([
      "Posten",
      "Posten 2",
      "Verantwoording",
    ]);
  });

  it("is the same bytes for the same content", async () => {
    expect((await bytesOf(spreadsheet(plan()))).equals(await bytesOf(spreadsheet(plan())))).toBe(true);
  });
});

describe("a print", () => {
  const plan = (most?: number) => ({
    title: "Posten",
    language: "nl" as const,
    table: { columns, rows },
    statement,
    words: {
      statement: "Verantwoording",
      page: (number: number) => `Bladzijde ${number}`,
      more: (count: number) => `eerste ${count}`,
    },
    mark: "Oefengegevens",
    ...(most === undefined ? {} : { mostRows: most }),
  });

  it("is tagged, says its language and holds its fonts", async () => {
    const raw = (await bytesOf(pdf(plan()))).toString("latin1");
    expect(raw.startsWith("%PDF-1.7")).toBe(true);
    expect(raw).toContain("/MarkInfo");
    expect(raw).toContain("/StructTreeRoot");
    expect(raw).toContain("/Lang (nl)");
    expect(raw).toContain("/FontFile2");
    expect([...raw.matchAll(/\/S \/TH\b/g)].length).toBe(columns.length + statement.length);
    expect([...raw.matchAll(/\/Scope \/Column/g)].length).toBe(columns.length);
    expect([...raw.matchAll(/\/S \/TD\b/g)].length).toBe(rows.length * columns.length + statement.length);
  });

  it("is the same bytes for the same content", async () => {
    expect((await bytesOf(pdf(plan()))).equals(await bytesOf(pdf(plan())))).toBe(true);
  });

  it("holds no more rows than it says", async () => {
    const raw = (await bytesOf(pdf(plan(1)))).toString("latin1");
    expect([...raw.matchAll(/\/S \/TD\b/g)].length).toBe(columns.length + statement.length);
    expect(raw).toContain("/S /P");
  });

  it("passes on what goes wrong while rows are read", async () => {
    async function* broken(): AsyncGenerator<Cell[]> {
      yield rows[0] ?? [];
      throw new Error("bron weg");
    }
    await expect(bytesOf(pdf({ ...plan(), table: { columns, rows: broken() } }))).rejects.toThrow("bron weg");
  });
});
