import { deflateSync, gzipSync } from "node:zlib";
import Drawing from "pdfkit";
import { otherWorkbook, zipped } from "../hostile-files";

/** A PDF that a real library made. */
export async function pdfFile(text = "Oefenfactuur"): Promise<Buffer> {
  const document = new Drawing({ size: "A4" });
  document.text(text);
  document.end();
  const pieces: Uint8Array[] = [];
  for await (const piece of document) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}

const chunk = (kind: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind, "latin1"), data, Buffer.alloc(4)]);
};

/** One grey pixel; the checksums of its parts are left out, which no reader of marks looks at. */
export const pngFile = (): Buffer => {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from([0, 128]))),
    Buffer.from("0000000049454e44ae426082", "hex"),
  ]);
};

export const jpegFile = (): Buffer =>
  Buffer.concat([
    Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
    Buffer.alloc(400, 7),
    Buffer.from("ffd9", "hex"),
  ]);

export const xlsxFile = async (more: Readonly<Record<string, string>> = {}): Promise<Buffer> =>
  Buffer.from(await otherWorkbook({ Blad1: "<sheetData/>" }, more));

export const csvFile = (): Buffer =>
  Buffer.from(
    '\ufeffdatum;omschrijving;bedrag\r\n2026-05-01;"Stoelen; tafels";1.250,00\r\n2026-05-02;Huur;800,00\r\n',
  );

export const zipFile = async () => Buffer.from(await zipped({ "lees.txt": "hallo" }));
export const docxFile = async () =>
  Buffer.from(await zipped({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>" }));
export const gzipFile = () => gzipSync("hallo");
export const exeFile = () => Buffer.concat([Buffer.from("MZ"), Buffer.alloc(300, 0)]);
export const gifFile = () => Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(30, 0)]);
