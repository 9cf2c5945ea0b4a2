import type { Cell, Column } from "./cell";

/** How numbers and dates are printed in a language. */
export interface Notation {
  readonly language: "nl" | "en";
}

const grouped = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);

/** A cell as people read it: "−1.234,56", "31-12-2026". Control characters are no part of a page. */
export function printed(cell: Cell, { language }: Notation): string {
  if (cell === null) return "";
  const dutch = language === "nl";
  switch (cell.is) {
    case "text":
      // Without the joiners and directions that could make a line read otherwise than it is.
      return cell.value
        .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g, " ")
        .trim();
    case "amount": {
      const size = cell.value < 0n ? -cell.value : cell.value;
      const whole = grouped((size / 100n).toString(), dutch ? "." : ",");
      return `${cell.value < 0n ? "\u2212" : ""}${whole}${dutch ? "," : "."}${(size % 100n).toString().padStart(2, "0")}`;
    }
    case "whole":
      return cell.value.toString();
    case "date": {
      const [year, month, day] = cell.value.split("-");
      return dutch ? `${day}-${month}-${year}` : cell.value;
    }
  }
}

export const isNumber = (cell: Cell): boolean =>
  cell !== null && (cell.is === "amount" || cell.is === "whole");

/** A word longer than this may be cut where the line ends: a hash, an address. */
const LONGEST_WORD = 18;
/** Of an average sign, as a part of the size of the letter. */
const SIGN = 0.58;

/** How wide a column has to be so that its numbers, dates and ordinary words stay whole; in points. */
function leastWidth(column: Column, cells: readonly Cell[], texts: readonly string[], size: number): number {
  const whole = cells.map((cell, index) => {
    const text = texts[index] ?? "";
    if (isNumber(cell) || cell?.is === "date") return text.length;
    return Math.max(0, ...text.split(/[\s-]+/).map(({ length }) => (length > LONGEST_WORD ? 8 : length + 1)));
  });
  const title = Math.max(...column.title.split(/\s+/).map(({ length }) => length));
  return Math.max(title, ...whole) * size * SIGN;
}

/** Widths that together fill a line: what each column needs, and of what is left in proportion to what was planned for it. */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  printedRows: readonly (readonly string[])[],
  { room, size, gap }: { readonly room: number; readonly size: number; readonly gap: number },
): number[] {
  const least = columns.map((column, index) => {
    const cells = rows.map((row) => row[index] ?? null);
    const texts = printedRows.map((row) => row[index] ?? "");
    return leastWidth(column, cells, texts, size) + gap;
  });
  const needed = least.reduce((all, one) => all + one, 0);
  if (needed >= room) return least.map((one) => (one * room) / needed);
  const wanted = columns.map(({ width }, index) => Math.max(0, width * size * SIGN - (least[index] ?? 0)));
  const total = wanted.reduce((all, one) => all + one, 0);
  return least.map((one, index) =>
    total === 0
      ? one + (room - needed) / columns.length
      : one + ((room - needed) * (wanted[index] ?? 0)) / total,
  );
}

/** What the first font has: the Latin of the languages around us, and the signs of money. */
const LATIN =
  /[\u0000-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215\ufffd]/;

/** Text in runs of one font: the rest of the Latin script is in a file of its own. */
export function runsOf(text: string): { readonly extended: boolean; readonly text: string }[] {
  const runs: { extended: boolean; text: string }[] = [];
  for (const sign of text) {
    const extended = !LATIN.test(sign);
    const last = runs.at(-1);
    if (last !== undefined && last.extended === extended) last.text += sign;
    else runs.push({ extended, text: sign });
  }
  return runs;
}
