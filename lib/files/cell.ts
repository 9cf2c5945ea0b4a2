import type { Cents } from "@/lib/domain/money";

/** A typed cell of a table that leaves the system: what is a number stays one, what is text never becomes a formula. */
export type Cell =
  | null
  | { readonly is: "text"; readonly value: string }
  | { readonly is: "amount"; readonly value: Cents }
  | { readonly is: "whole"; readonly value: bigint }
  /** yyyy-mm-dd */
  | { readonly is: "date"; readonly value: string };

export const text = (value: string | null): Cell => (value === null ? null : { is: "text", value });
export const amount = (value: Cents | null): Cell => (value === null ? null : { is: "amount", value });
export const whole = (value: bigint | null): Cell => (value === null ? null : { is: "whole", value });
export const date = (value: string | null): Cell => (value === null ? null : { is: "date", value });

export interface Column {
  /** The same in every language; where there is none the title is used. */
  readonly name?: string;
  readonly title: string;
  /** In characters. */
  readonly width: number;
}

export type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: Rows;
}

/** What a table is: programme, dates, filter, totals, checkpoint. One name and one value to a line. */
export type Statement = readonly {
  readonly name: string;
  readonly value: Cell;
  /** Belongs on every page of a print. */
  readonly lasting?: boolean;
}[];

/** "-55000.00" with the decimal mark that the reader's spreadsheet expects. */
export function decimal(value: Cents, mark: "," | "."): string {
  const size = value < 0n ? -value : value;
  return `${value < 0n ? "-" : ""}${size / 100n}${mark}${(size % 100n).toString().padStart(2, "0")}`;
}
