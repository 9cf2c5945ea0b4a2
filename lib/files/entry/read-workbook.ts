import {
  FILE_LIMITS,
  METADATA_SHEET,
  TEMPLATE_FORMAT,
  TEMPLATE_VERSION,
} from "@/lib/domain/entry/entry-file";
import { RefusedFile } from "./refused-file";
import {
  attribute,
  type DayCells,
  dayShift,
  dayStyles,
  NO_DAYS,
  type RawRow,
  rowsOfSheet,
  sharedStrings,
} from "./sheet-xml";
import { openZip, type ZipFile } from "./unzip";

/** What a workbook of ours calls itself, and the version that is read. */
export interface TemplateMark {
  readonly format: string;
  readonly version: string;
}

/** A workbook of ours, with what its hidden sheet says. */
export interface OpenedBook {
  readonly template: string;
  readonly facts: ReadonlyMap<string, string>;
  /** Of each row of the template what it was made with. */
  readonly bases: ReadonlyMap<string, string>;
  /** @throws RefusedFile when it has no sheet of this name. */
  readonly rowsOf: (sheet: string) => readonly RawRow[];
}

export interface OpenedFile {
  /** The version of the template; null when the file does not say, as csv does not. */
  readonly template: string | null;
  readonly tranche: string | null;
  readonly programme: string | null;
  /** Of each row of the template the amounts that it was made with. */
  readonly bases: ReadonlyMap<string, string>;
  readonly sheet: string;
  readonly rows: readonly RawRow[];
}

const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** What these bytes are, before any of them is unpacked. @throws RefusedFile for all that is no workbook. */
export function isWorkbook(bytes: Buffer, fileName: string): boolean {
  if (bytes.length === 0) throw new RefusedFile("empty_file", { name: fileName });
  if (bytes.subarray(0, 8).equals(OLE)) {
    const locked = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new RefusedFile(locked ? "encrypted" : "old_excel", { name: fileName });
  }
  if (bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50) return true;
  if (/\.(csv|txt)$/i.test(fileName) && !bytes.includes(0)) return false;
  throw new RefusedFile("not_a_workbook", { name: fileName });
}

/** Opens the official workbook of a tranche. */
export function openWorkbook(bytes: Buffer, fileName: string): OpenedFile {
  const mark = { format: TEMPLATE_FORMAT, version: TEMPLATE_VERSION };
  const { template, facts, bases, rowsOf } = openBook(bytes, fileName, mark);
  const sheet = facts.get("sheet") ?? "";
  return {
    template,
    tranche: facts.get("tranche") ?? null,
    programme: facts.get("programme") ?? null,
    bases,
    sheet,
    rows: rowsOf(sheet),
  };
}

export interface OpenedSheets {
  readonly zip: ZipFile;
  /** Where each sheet is, by its name, in the order of the workbook. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly strings: readonly string[];
  readonly days: DayCells;
}

/** Any workbook, after the checks on what it may hold; nothing of a sheet is unpacked yet. @throws RefusedFile */
export function openSheets(bytes: Buffer, fileName: string): OpenedSheets {
  const zip = openZip(bytes);
  refuseMacros(zip, fileName);
  if (!zip.paths.includes("xl/workbook.xml")) throw new RefusedFile("not_a_workbook", { name: fileName });
  refuseLarge(zip);
  const strings = zip.paths.includes("xl/sharedStrings.xml")
    ? sharedStrings(text(zip, "xl/sharedStrings.xml"))
    : [];
  const days = zip.paths.includes("xl/styles.xml")
    ? { styles: dayStyles(text(zip, "xl/styles.xml")), shift: dayShift(text(zip, "xl/workbook.xml")) }
    : NO_DAYS;
  return { zip, sheets: sheetsOf(zip), strings, days };
}

/** The rows of one sheet. @throws RefusedFile when there are too many */
export function sheetLines({ zip, strings, days }: OpenedSheets, path: string): RawRow[] {
  const xml = text(zip, path);
  refuseMany(countRows(xml));
  return [...rowsOfSheet(xml, strings, days)];
}

/** Opens a workbook of ours and counts its rows; nothing is unpacked before its sizes are looked at. */
export function openBook(bytes: Buffer, fileName: string, mark: TemplateMark): OpenedBook {
  const opened = openSheets(bytes, fileName);
  const { zip, sheets, strings } = opened;
  const metadata = sheets.get(METADATA_SHEET);
  const shown = [...sheets.keys()].filter((name) => name !== METADATA_SHEET);
  if (metadata === undefined) throw new RefusedFile("wrong_sheet", { given: shown.join(", ") });
  const { facts, bases } = metadataOf(rowsOfSheet(text(zip, metadata), strings));
  if (facts.get("format") !== mark.format) throw new RefusedFile("wrong_sheet", { given: shown.join(", ") });
  const template = facts.get("version") ?? "";
  if (template !== mark.version)
    throw new RefusedFile(isOlder(template, mark.version) ? "old_version" : "newer_version", {
      given: template,
      expected: mark.version,
    });
  const rowsOf = (sheet: string): readonly RawRow[] => {
    const path = sheets.get(sheet);
    if (path === undefined)
      throw new RefusedFile("wrong_sheet", { given: shown.join(", "), expected: sheet });
    return sheetLines(opened, path);
  };
  return { template, facts, bases, rowsOf };
}

/** Version 2026.9 comes before 2026.10. */
const isOlder = (one: string, other: string) => one.localeCompare(other, "en", { numeric: true }) < 0;

export function refuseMacros(zip: ZipFile, fileName: string): void {
  if (/\.xlsm$/i.test(fileName) || zip.paths.some((path) => /vbaProject|\/macrosheets\//i.test(path)))
    throw new RefusedFile("macros", { name: fileName });
}

const countRows = (xml: string): number => {
  let count = 0;
  for (let at = xml.indexOf("<row"); at >= 0; at = xml.indexOf("<row", at + 4)) count += 1;
  return count;
};

/** What is judged by a beginning is said as the estimate that it is. */
const inThousands = (rows: number) => Math.floor(rows / 1_000) * 1_000;

export function refuseMany(rows: number, estimated = false): void {
  if (rows > FILE_LIMITS.rows)
    throw new RefusedFile("too_many_rows", {
      given: String(rows),
      most: String(FILE_LIMITS.rows),
      ...(estimated && { about: "yes" }),
    });
}

function text(zip: ZipFile, path: string): string {
  const xml = zip.read(path);
  // A workbook has no use for these; what a parser could be made to do with them is the reason to refuse them.
  if (xml.slice(0, 2_000).includes("<!DOCTYPE")) throw new RefusedFile("not_a_workbook");
  return xml;
}

/** By what the file itself says of its size: a very long sheet is told apart from a bomb by a look at its beginning. */
function refuseLarge(zip: ZipFile): void {
  for (const path of zip.paths) {
    const size = zip.sizeOf(path);
    if (size <= FILE_LIMITS.unpackedBytes / 4 || !/^xl\/worksheets\/[^/]+\.xml$/.test(path)) continue;
    const start = zip.peek(path);
    const rows = countRows(start);
    if (rows > 0) refuseMany(inThousands((rows * size) / start.length), true);
  }
  const whole = zip.paths.reduce((sum, path) => sum + zip.sizeOf(path), 0);
  if (whole <= FILE_LIMITS.unpackedBytes) return;
  const megabytes = (size: number) => String(Math.ceil(size / (1024 * 1024)));
  throw new RefusedFile("zip_bomb", {
    given: megabytes(whole),
    most: megabytes(FILE_LIMITS.unpackedBytes),
  });
}

/** Where each sheet is, by its name. */
function sheetsOf(zip: ZipFile): Map<string, string> {
  const targets = new Map<string, string>();
  const relations = zip.paths.includes("xl/_rels/workbook.xml.rels")
    ? text(zip, "xl/_rels/workbook.xml.rels")
    : "";
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const target = attribute(tag, "Target") ?? "";
    targets.set(attribute(tag, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const sheets = new Map<string, string>();
  for (const [tag] of text(zip, "xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const id = /\s(?:\w+:)id\s*=\s*"([^"]*)"/.exec(tag)?.[1] ?? "";
    const path = targets.get(id);
    if (path !== undefined && zip.paths.includes(path)) sheets.set(attribute(tag, "name") ?? "", path);
  }
  return sheets;
}

/** A name and a value to a line; after the line "row" an id and its amounts. */
function metadataOf(rows: Iterable<RawRow>): { facts: Map<string, string>; bases: Map<string, string> } {
  const [facts, bases] = [new Map<string, string>(), new Map<string, string>()];
  let ofRows = false;
  for (const { cells } of rows) {
    const [name = "", value = ""] = [cells[0]?.text, cells[1]?.text];
    if (ofRows) bases.set(name, value);
    else if (name === "rows") ofRows = true;
    else facts.set(name, value);
  }
  return { facts, bases };
}
