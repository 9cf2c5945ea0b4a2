import { laterDay, readSheetDay } from "@/lib/domain/entry/sheet-number";
import type { SheetCell } from "@/lib/domain/entry/sheet-row";

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text of XML as it is meant: entities, and Excel's own way of writing what XML cannot hold. */
export const unescaped = (text: string): string =>
  (text.includes("&")
    ? text.replace(
        /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
        (whole, hex?: string, number?: string, name = "") => {
          if (hex !== undefined || number !== undefined) {
            const code = hex === undefined ? Number.parseInt(number ?? "", 10) : Number.parseInt(hex, 16);
            return code <= 0x10ffff ? String.fromCodePoint(code) : "";
          }
          return NAMED[name] ?? whole;
        },
      )
    : text
  ).replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : unescaped(found[1] ?? found[2] ?? "");
}

const TEXT = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g;
const PHONETIC = /<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g;

/** All text of a string item, without the reading aids of Asian scripts. */
function textOf(xml: string): string {
  const plain = xml.includes("rPh") ? xml.replace(PHONETIC, "") : xml;
  let text = "";
  for (const [, part = ""] of plain.matchAll(TEXT)) text += part;
  return unescaped(text);
}

const ITEM = /<(\w+:)?si(?:\s[^>]*?)?(\/?)>/g;

/** The texts that cells refer to by number. One that is never closed ends the list: nothing is looked for twice. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const pattern = new RegExp(ITEM);
  for (let found = pattern.exec(xml); found !== null; found = pattern.exec(xml)) {
    const [, prefix = "", closed] = found;
    if (closed === "/") {
      strings.push("");
      continue;
    }
    const end = xml.indexOf(`</${prefix}si>`, pattern.lastIndex);
    if (end < 0) break;
    strings.push(textOf(xml.slice(pattern.lastIndex, end)));
    pattern.lastIndex = end;
  }
  return strings;
}

const FORMATS = /<(?:\w+:)?numFmt\s[^<>]*>/g;
const CELL_STYLES = /<\/?(?:\w+:)?cellXfs(?:\s[^<>]*)?>/;
const STYLE = /<(?:\w+:)?xf(?:\s[^<>]*)?>/g;
/** Formats that every program knows by number: days, with or without a time. */
const DAY_FORMATS = ["14", "15", "16", "17", "22"];

/** A format shows a day when it has a letter of one outside quotes, brackets and escapes: "yyyy-mm-dd", "d mmm". */
const showsDay = (code: string) => /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));

/** How a workbook keeps days. */
export interface DayCells {
  /** Numbers of the styles that show a day. */
  readonly styles: ReadonlySet<string>;
  /** What is added to a day that is counted from 1904, as old workbooks of a Mac do. */
  readonly shift: number;
}

export const NO_DAYS: DayCells = { styles: new Set(), shift: 0 };
const DAYS_TO_1904 = 1_462;

/** The shift of days in a workbook, by its own properties. */
export const dayShift = (workbook: string): number =>
  /<(?:\w+:)?workbookPr\s[^<>]*date1904\s*=\s*["'](?:1|true)["']/.test(workbook) ? DAYS_TO_1904 : 0;

/** The styles of cells, by their number, that show a day. */
export function dayStyles(xml: string): ReadonlySet<string> {
  const formats = new Set(DAY_FORMATS);
  for (const [tag] of xml.matchAll(FORMATS))
    if (showsDay(attribute(tag, "formatCode") ?? "")) formats.add(attribute(tag, "numFmtId") ?? "");
  const [, styles = ""] = xml.split(CELL_STYLES, 2);
  const days = [...styles.matchAll(STYLE)].flatMap(([tag], index) =>
    formats.has(attribute(tag, "numFmtId") ?? "") ? [String(index)] : [],
  );
  return new Set(days);
}

/** Column of a reference: "AB12" is 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return column - 1;
}

export interface RawRow {
  readonly row: number;
  readonly cells: readonly (SheetCell | undefined)[];
}

const OPENING = /<(\w+:)?(row|c)(\s[^>]*?)?(\/?)>/g;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?v>/;
const FORMULA = /<(?:\w+:)?f[\s/>]/;

/** The rows of a sheet that hold something, one at a time; what stands between the rows is not read. */
export function* rowsOfSheet(
  xml: string,
  strings: readonly string[],
  days: DayCells = NO_DAYS,
): Generator<RawRow> {
  let [row, column] = [0, 0];
  let cells: (SheetCell | undefined)[] = [];
  const pattern = new RegExp(OPENING);
  for (let found = pattern.exec(xml); found !== null; found = pattern.exec(xml)) {
    const [, prefix = "", name, tag = "", closed] = found;
    if (name === "row") {
      if (cells.length > 0) yield { row, cells };
      cells = [];
      column = 0;
      row = Number.parseInt(attribute(tag, "r") ?? `${row + 1}`, 10);
      continue;
    }
    const reference = attribute(tag, "r");
    column = reference === null ? column : columnOf(reference);
    if (closed !== "/") {
      const end = xml.indexOf(`</${prefix}c>`, pattern.lastIndex);
      if (end < 0) break;
      const cell = cellOf(xml.slice(pattern.lastIndex, end), attribute(tag, "t"), strings);
      // Excel has no columns beyond these; a file that says so otherwise would fill the memory with nothing.
      if (cell !== null && column < 16_384)
        cells[column] = days.styles.has(attribute(tag, "s") ?? "") ? withDay(cell, days) : cell;
      pattern.lastIndex = end;
    }
    column += 1;
  }
  if (cells.length > 0) yield { row, cells };
}

function withDay(cell: SheetCell, { shift }: DayCells): SheetCell {
  if (cell.is !== "number") return cell;
  const text = laterDay(cell.text, shift);
  const day = readSheetDay(text);
  return day === null ? cell : { ...cell, text, day };
}

function cellOf(body: string, type: string | null, strings: readonly string[]): SheetCell | null {
  if (FORMULA.test(body)) return { text: unescaped(VALUE.exec(body)?.[1] ?? ""), is: "formula" };
  if (type === "inlineStr") {
    const text = textOf(body);
    return text === "" ? null : { text, is: "text" };
  }
  const value = VALUE.exec(body)?.[1];
  if (value === undefined || value === "") return null;
  if (type === "s") {
    const text = strings[Number.parseInt(value, 10)] ?? "";
    return text === "" ? null : { text, is: "text" };
  }
  if (type === "e") return { text: unescaped(value), is: "error" };
  if (type === "str" || type === "d" || type === "b") return { text: unescaped(value), is: "text" };
  return { text: value, is: "number" };
}
