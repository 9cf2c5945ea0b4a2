import { openZip } from "@/lib/files/entry/unzip";
import { zipped } from "../../unit/files/hostile-files";

/** Types in cells of a workbook's sheet, as a spreadsheet would: numbers as numbers, the rest as text. */
export async function filledIn(
  bytes: Uint8Array,
  cells: Readonly<Record<string, string | number>>,
  at = "xl/worksheets/sheet1.xml",
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = openZip(Buffer.from(bytes));
  const parts = Object.fromEntries(zip.paths.map((path) => [path, zip.read(path)]));
  let sheet = parts[at] ?? "";
  for (const [place, value] of Object.entries(cells)) {
    const found = new RegExp(`<c r="${place}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`).exec(sheet);
    if (found === null) throw new Error(`The workbook has no cell ${place}.`);
    const content =
      typeof value === "number"
        ? `<c r="${place}" s="${found[1]}"><v>${value}</v></c>`
        : `<c r="${place}" s="${found[1]}" t="inlineStr"><is><t>${value}</t></is></c>`;
    sheet = sheet.replace(found[0], content);
  }
  return zipped({ ...parts, [at]: sheet });
}

/** The row of a sheet, the first one unless another is named, that says this in its first cell. */
export function rowOf(bytes: Buffer, id: string, at = "xl/worksheets/sheet1.xml"): number {
  const sheet = openZip(bytes).read(at);
  return Number(new RegExp(`<c r="A(\\d+)"[^>]*><is><t[^>]*>${id}</t>`).exec(sheet)?.[1]);
}
