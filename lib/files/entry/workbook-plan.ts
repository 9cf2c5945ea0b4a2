import type { KnownRow } from "@/lib/domain/entry/sheet-row";

/** Every word of the workbook, in the reader's language. */
export interface WorkbookWords {
  readonly sheet: string;
  readonly helpSheet: string;
  readonly help: readonly string[];
  readonly faultsSheet: string;
  /** Sheet, cell, what was given, what is wrong, what would be right; then what `more` of a fault says. */
  readonly faultHeads: readonly string[];
  /** Of each column its heading, and what to fill in. */
  readonly titles: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
}

export interface CellFault {
  readonly column: string;
  readonly message: string;
  readonly lift: string;
  /** What else the list of faults says of it, after the rest. */
  readonly more?: readonly string[];
}

/** What somebody filled in before, with what is wrong with it, to be given back. */
export interface FilledRow {
  readonly given: Readonly<Record<string, string>>;
  readonly faults: readonly CellFault[];
}

export interface EntryWorkbook {
  readonly programme: string;
  readonly tranche: string;
  readonly made: string;
  readonly years: readonly number[];
  readonly legalSources: readonly string[];
  readonly words: WorkbookWords;
  readonly rows: readonly KnownRow[];
  /** By the id of the row. */
  readonly filled: ReadonlyMap<string, FilledRow>;
}
