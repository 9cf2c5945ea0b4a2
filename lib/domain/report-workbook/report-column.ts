/** A value as exact text: cents, a count or words; null is empty. */
export type CellValue = string | null;

export type ColumnKind = "text" | "amount" | "count" | "choice";

/** Reads the number of another column of the same row: null when it is empty. */
export type NumberOf = (column: string) => bigint | null;

/** What can be chosen in a cell. Each choice stands for a value of another column, which is then left empty. */
export interface Choice {
  readonly fills: string;
  readonly options: readonly { readonly name: string; readonly value: CellValue }[];
  /** Words of forms before this version: refused with what to choose instead. */
  readonly retired: readonly { readonly name: string; readonly until: string }[];
}

/** A figure that the sheet adds up itself. */
export interface Computed {
  readonly from: readonly string[];
  /** With the place of a column on this row. */
  readonly formula: (at: (column: string) => string, final: boolean) => string;
  readonly value: (number: NumberOf, final: boolean) => bigint | null;
}

/**
 * A column of the workbook. Template, notes, drop-downs, locks, the description in the help sheet and the check of what
 * comes back are all made from it; its title and hint are `workbook.columns.<sheet>.<name>` in the messages.
 */
export interface ReportColumn<Row = never> {
  readonly name: string;
  /** Of a column there is of every year: its words are those of `year`, with this in them. */
  readonly year?: number;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
  /** What stands in it now. Computed columns and choices have none of their own. */
  readonly now?: (row: Row, locale: "nl" | "en") => CellValue;
  /** Typed in, and kept as this field of lib/input/report.ts. Without it the cell is locked. */
  readonly field?: string;
  /** What the report calls it, where that is another word. */
  readonly property?: string;
  readonly choice?: Choice;
  readonly computed?: Computed;
  /** Longest text. */
  readonly most?: number;
  /** The reason that refuses an amount below zero; absent where it may be. */
  readonly negative?: string;
  /** The rule that it is checked by, in the catalogue. */
  readonly rule?: string;
  /** Names the row in a file without ids. */
  readonly names?: true;
  /** Filled in as long as that other column is; else this is the reason. */
  readonly besides?: { readonly column: string; readonly reason: string };
}

/** Under which name the words of a column stand, and those words with its year in them. */
export const wordName = ({ name, year }: ReportColumn): string => (year === undefined ? name : "year");
export const ofYear = (text: string, { year }: ReportColumn): string =>
  year === undefined ? text : text.replaceAll("{year}", String(year));

/** The words of a column, among those of its sheet. */
export function wordOf(words: Readonly<Record<string, string>>, column: ReportColumn): string | undefined {
  const text = words[wordName(column)];
  return text === undefined ? undefined : ofYear(text, column);
}

export const isTypedIn = ({ field, choice }: ReportColumn): boolean =>
  field !== undefined || choice !== undefined;
