import { plainName } from "../entry/pick";
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
export type ColumnMapping = Readonly<Partial<Record<LedgerColumn, string>>>;

const NEEDED = ["date", "number", "account"] as const;

/** Where each column is in this file; null for a heading that it does not have, or has twice. */
export function columnPlaces(
  columns: ColumnMapping,
  headings: readonly string[],
): ReadonlyMap<LedgerColumn, number | null> {
  const plain = headings.map(plainName);
  return new Map(
    LEDGER_COLUMNS.flatMap((column) => {
      const heading = columns[column];
      if (heading === undefined || heading === "") return [];
      const found = plain.flatMap((name, index) => (name === plainName(heading) ? [index] : []));
      return [[column, found.length === 1 ? (found[0] ?? null) : null] as const];
    }),
  );
}

/** Why these columns cannot be read by; nothing when they can. */
export function columnReasons(columns: ColumnMapping, headings: readonly string[]): BlockingReason[] {
  const reasons: BlockingReason[] = [];
  const say = (name: LedgerColumn, code: string, facts: Readonly<Record<string, string>> = {}) =>
    reasons.push({ code, field: name, facts });
  for (const column of NEEDED) if (!columns[column]) say(column, "ownLedger.reasons.column_needed");
  const { amount = "", debit = "", credit = "" } = columns;
  if (amount === "" && (debit === "" || credit === "")) say("amount", "ownLedger.reasons.amount_columns");
  if (amount !== "" && (debit !== "" || credit !== "")) say("amount", "ownLedger.reasons.amount_twice");
  for (const [column, place] of columnPlaces(columns, headings))
    if (place === null)
      say(column, "ownLedger.reasons.column_missing", {
        given: columns[column] ?? "",
        found: headings.filter((heading) => heading !== "").join(", "),
      });
  const used = new Map<string, LedgerColumn>();
  for (const column of LEDGER_COLUMNS) {
    const heading = plainName(columns[column] ?? "");
    if (heading === "") continue;
    if (used.has(heading)) say(column, "ownLedger.reasons.column_twice", { given: columns[column] ?? "" });
    else used.set(heading, column);
  }
  return reasons;
}

/** Names under which bookkeeping programs usually export; only proposed to a person, never taken over unseen. */
const USUAL: Readonly<Record<LedgerColumn, readonly string[]>> = {
  date: ["boekdatum", "datum", "date", "posting date"],
  number: ["boekingsnummer", "boekstuknummer", "boekstuk", "document", "document number"],
  line: ["regel", "regelnummer", "volgnummer", "line"],
  account: ["grootboekrekening", "rekening", "grootboek", "account", "kostensoort"],
  costCentre: ["kostenplaats", "project", "taakveld", "cost centre"],
  description: ["omschrijving", "boekingstekst", "description"],
  amount: ["bedrag", "saldo", "amount"],
  debit: ["debet", "bedrag debet", "debit"],
  credit: ["credit", "bedrag credit"],
};

/** What these headings probably are, for a form that a person confirms. */
export function proposedColumns(headings: readonly string[]): ColumnMapping {
  const plain = headings.map(plainName);
  const found: Partial<Record<LedgerColumn, string>> = {};
  for (const column of LEDGER_COLUMNS) {
    const names = USUAL[column];
    const at = plain.findIndex((name) => names.includes(name));
    if (at >= 0) found[column] = headings[at] ?? "";
  }
  if (found.debit !== undefined && found.credit !== undefined) delete found.amount;
  return found;
}
