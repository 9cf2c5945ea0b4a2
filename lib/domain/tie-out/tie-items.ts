import { cents, sum } from "../money";
import type { Item } from "../reconciliation/difference";
import type { OurUnit, UnitLines } from "./our-unit";
import type { FileRow } from "./read-row";
import type { Pairing } from "./tie-out";

/** More rows than this under one difference are one line together. */
const MOST_ROWS = 200;

/** What a row calls itself, for a person who looks for it in the file. */
export const rowWords = (row: FileRow): string =>
  [row.decision || row.allocation || row.reference.slice(0, 80), row.municipality, row.area]
    .filter((part) => part !== "")
    .join(", ");

export function rowItems(file: string, rows: readonly FileRow[]): Item[] {
  const shown = rows
    .slice(0, MOST_ROWS)
    .map((row): Item => ({ is: "row", file, row: row.row, words: rowWords(row), amount: row.amount }));
  const rest = rows.slice(MOST_ROWS);
  if (rest.length === 0) return shown;
  return [...shown, { is: "more", count: rest.length, amount: sum(rest.map(({ amount }) => amount)) }];
}

/** What theirs lacks counts below zero. */
function countedItems({ shown, count, amount }: UnitLines): Item[] {
  const entries = shown.map(
    ({ recordedOn: _, amount: own, ...entry }): Item => ({ is: "entry", ...entry, amount: cents(-own) }),
  );
  const rest = cents(sum(shown.map((entry) => entry.amount)) - amount);
  return count > shown.length
    ? [...entries, { is: "more", count: count - shown.length, amount: rest }]
    : entries;
}

const laterItems = ({ shown }: UnitLines): Item[] =>
  shown.map(({ amount, ...entry }): Item => ({ is: "later", ...entry, entered: amount }));

/** Everything that makes the difference of a pairing: its rows, our entries, and what came in later. Together they are it. */
export const itemsOf = (file: string, { rows, units, later, cause }: Pairing): Item[] => [
  ...rowItems(file, rows),
  ...units.flatMap((unit) => unitItems(unit, later, cause === "timing")),
];

const unitItems = ({ counted, late }: OurUnit, later: boolean, timing: boolean): Item[] => [
  ...(counted === null || later ? [] : countedItems(counted)),
  ...(late === null || !timing ? [] : laterItems(late)),
];
