import { type ColumnSet, type ColumnsOf, placesOf, reasonsAgainst, usualColumns } from "../grid/column-set";
import type { BlockingReason } from "../refusal";

/** What a column of an external file can hold. */
export const ROW_COLUMNS = [
  "decision",
  "allocation",
  "reference",
  "municipality",
  "area",
  "date",
  "year",
  "amount",
] as const;
export type RowColumn = (typeof ROW_COLUMNS)[number];
export type RowMapping = ColumnsOf<RowColumn>;

const ROW_COLUMN_SET: ColumnSet<RowColumn> = {
  columns: ROW_COLUMNS,
  needed: ["amount"],
  reason: (code) => `tieOut.reasons.${code}`,
  usual: {
    decision: ["beschikkingsnummer", "beschikking", "besluitnummer", "decision number", "decision"],
    allocation: ["toekenningsnummer", "toekenning", "allocation number", "allocation"],
    reference: ["kenmerk", "betalingskenmerk", "omschrijving", "reference", "description"],
    municipality: ["gemeente", "gemeentenaam", "begunstigde", "ontvanger", "municipality", "beneficiary"],
    area: ["gebied", "wijk", "area"],
    date: ["datum", "besluitdatum", "betaaldatum", "boekdatum", "date"],
    year: ["jaar", "boekjaar", "verantwoordingsjaar", "year"],
    amount: ["bedrag", "toegekend bedrag", "betaald bedrag", "besteding", "besteed", "amount"],
  },
};

/** At least one of these says what a row is about. */
export const SAYS_WHICH = [
  "decision",
  "allocation",
  "reference",
  "municipality",
] as const satisfies readonly RowColumn[];

export const rowPlaces = (
  columns: RowMapping,
  headings: readonly string[],
): ReadonlyMap<RowColumn, number | null> => placesOf(ROW_COLUMN_SET, columns, headings);

/** Why these columns cannot be read by; nothing when they can. */
export function rowColumnReasons(columns: RowMapping, headings: readonly string[]): BlockingReason[] {
  const { needed, wrong } = reasonsAgainst(ROW_COLUMN_SET, columns, headings);
  const silent = SAYS_WHICH.every((column) => !columns[column]);
  return [
    ...needed,
    ...(silent ? [{ code: "tieOut.reasons.says_nothing", field: "decision" }] : []),
    ...wrong,
  ];
}

/** What was kept for this source when this file has those headings, else what its headings usually are. */
export const proposedRowColumns = (kept: RowMapping | null, headings: readonly string[]): RowMapping =>
  kept !== null && rowColumnReasons(kept, headings).length === 0
    ? kept
    : usualColumns(ROW_COLUMN_SET, headings);
