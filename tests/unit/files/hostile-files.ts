import { deflateRawSync } from "node:zlib";
import { zip } from "@/lib/files/zip";

type Bytes = Uint8Array<ArrayBuffer>;

/** A zip file of these parts; with `size` it says of itself that the last one unpacks to that. */
export async function zipped(parts: Readonly<Record<string, string>>): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  const entries = Object.entries(parts).map(([path, data]) => ({ path, data: [data] }));
  for await (const piece of zip(
    (async function* () {
      yield* entries;
    })(),
  ))
    pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook with sheets of these names and this content, such as another program makes. */
export const otherWorkbook = (
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
) => {
  const names = Object.keys(sheets);
  return zipped({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}</Relationships>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  });
};

export const textRow = (row: number, cells: readonly string[]): string =>
  `<row r="${row}">${cells.map((cell, index) => `<c r="${String.fromCharCode(65 + index)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;

export const metadata = (version: string): string =>
  [
    ["format", "geldstroom-toekenningen"],
    ["version", version],
    ["programme", "oefen"],
    ["tranche", "OW/2"],
    ["sheet", "Toekenningen"],
  ]
    .map((cells, index) => textRow(index + 1, cells))
    .join("");

/** What a password makes of a workbook: an OLE file that holds one stream of noise. */
export function encrypted(): Bytes {
  const bytes = Buffer.alloc(4096);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  Buffer.from("EncryptedPackage", "utf16le").copy(bytes, 1024);
  return new Uint8Array(bytes);
}

/** A few hundred kilobytes that unpack to a thousand times as much; what it says of its size is true or a lie. */
export async function bomb(says: number): Promise<Bytes> {
  const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
  const bytes = Buffer.from(await zipped({ "xl/workbook.xml": "<workbook/>" }));
  // The last part is put in by hand, so that it can say what it likes.
  const end = bytes.length - 22;
  const directory = bytes.readUInt32LE(end + 16);
  const name = Buffer.from("xl/sharedStrings.xml");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(says, 22);
  local.writeUInt16LE(name.length, 26);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(8, 10);
  record.writeUInt32LE(packed.length, 20);
  record.writeUInt32LE(says, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt32LE(directory, 42);
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt16LE(tail.readUInt16LE(8) + 1, 8);
  tail.writeUInt16LE(tail.readUInt16LE(10) + 1, 10);
  tail.writeUInt32LE(directory + local.length + name.length + packed.length, 16);
  return new Uint8Array(
    Buffer.concat([
      bytes.subarray(0, directory),
      local,
      name,
      packed,
      bytes.subarray(directory, end),
      record,
      name,
      tail,
    ]),
  );
}

/** A sheet of so many rows that another program left in it, in a workbook that is ours for the rest. */
export const manyRows = (count: number): Promise<Bytes> => {
  const rows: string[] = [textRow(1, ["Rij", "Gebied"])];
  for (let row = 2; row <= count; row += 1)
    rows.push(`<row r="${row}"><c r="A${row}" t="n"><v>${row}</v></c></row>`);
  return otherWorkbook({ Toekenningen: rows.join(""), geldstroom: metadata("2026.2") });
};
