import { type ColumnSet, type ColumnsOf, placesOf, reasonsAgainst, usualColumns } from "../grid/column-set";
import type { BlockingReason } from "../refusal";

/** What a column of a bookkeeping file can hold. */
export const LEDGER_COLUMNS = [
  "date",
  "number",
  "line",
  "account",
  "costCentre",
  "description",
  "amount",
  "debit",
  "credit",
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

/** The heading of each column that is used; absent is "the file has none". */
export type ColumnMapping = ColumnsOf<LedgerColumn>;

export const LEDGER_COLUMN_SET: ColumnSet<LedgerColumn> = {
  columns: LEDGER_COLUMNS,
  needed: ["date", "number", "account"],
  reason: (code) => `ownLedger.reasons.${code}`,
  usual: {
    date: ["boekdatum", "datum", "date", "posting date"],
    number: ["boekingsnummer", "boekstuknummer", "boekstuk", "document", "document number"],
    line: ["regel", "regelnummer", "volgnummer", "line"],
    account: ["grootboekrekening", "rekening", "grootboek", "account", "kostensoort"],
    costCentre: ["kostenplaats", "project", "taakveld", "cost centre"],
    description: ["omschrijving", "boekingstekst", "description"],
    amount: ["bedrag", "saldo", "amount"],
    debit: ["debet", "bedrag debet", "debit"],
    credit: ["credit", "bedrag credit"],
  },
};

/** Where each column is in this file; null for a heading that it does not have, or has twice. */
export const columnPlaces = (
  columns: ColumnMapping,
  headings: readonly string[],
): ReadonlyMap<LedgerColumn, number | null> => placesOf(LEDGER_COLUMN_SET, columns, headings);

/** Why these columns cannot be read by; nothing when they can. */
export function columnReasons(columns: ColumnMapping, headings: readonly string[]): BlockingReason[] {
  const { needed, wrong } = reasonsAgainst(LEDGER_COLUMN_SET, columns, headings);
  const { amount = "", debit = "", credit = "" } = columns;
  const say = (code: string): BlockingReason => ({
    code: `ownLedger.reasons.${code}`,
    field: "amount",
    facts: {},
  });
  return [
    ...needed,
    ...(amount === "" && (debit === "" || credit === "") ? [say("amount_columns")] : []),
    ...(amount !== "" && (debit !== "" || credit !== "") ? [say("amount_twice")] : []),
    ...wrong,
  ];
}

/** What these headings probably are, for a form that a person confirms. */
export function proposedColumns(headings: readonly string[]): ColumnMapping {
  const found = usualColumns(LEDGER_COLUMN_SET, headings);
  if (found.debit !== undefined && found.credit !== undefined) delete found.amount;
  return found;
}
