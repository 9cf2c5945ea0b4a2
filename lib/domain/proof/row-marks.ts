/**
 * A mark for each row of a table and a short one for each of its cells, so that a verifier can name what was altered,
 * removed, moved or put in. The whole file has a full SHA-256; these only say where.
 */
import type { Digests } from "../ledger/verify";

export interface RowMark {
  /** What the row is about: the number of an entry, of an allocation. */
  readonly key: string;
  /** 16 hexadecimal digits. */
  readonly mark: string;
  /** 4 hexadecimal digits a cell. */
  readonly cells: string;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The check that zip uses, short and quick. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffff_ffff;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffff_ffff) >>> 0;
}

const encoder = new TextEncoder();
const cellMark = (cell: string) => (crc32(encoder.encode(cell)) & 0xffff).toString(16).padStart(4, "0");

/** Of the cells as text, an amount as "-55000.01": the same for every format that the row is written in. */
export function rowMark({ sha256Hex }: Pick<Digests, "sha256Hex">, cells: readonly string[]): RowMark {
  const content = cells.map((cell) => `${cell.length}:${cell}`).join(",");
  return {
    key: (cells[0] ?? "").replace(/\s+/g, " "),
    mark: sha256Hex(content).slice(0, 16),
    cells: cells.map(cellMark).join(""),
  };
}

export const markLine = ({ key, mark, cells }: RowMark): string => `${key}\t${mark}\t${cells}\n`;

export function readMarkLine(line: string): RowMark {
  const [key = "", mark = "", cells = ""] = line.split("\t");
  return { key, mark, cells };
}

/** First characters that make a spreadsheet calculate, the wide forms of Asian keyboards included. */
const CALCULATES = /^[=+\-@\t\r＝＋－＠]/;

/** Text that a spreadsheet would run gets an apostrophe in front: the same words, now harmless. */
export const harmless = (value: string): string => (CALCULATES.test(value) ? `'${value}` : value);
