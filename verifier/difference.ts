/** How a table came to be another: rows by their place in the file (found) and as they were (expected), from 0. */
export interface Difference {
  readonly is: "altered" | "removed" | "tail" | "added" | "swapped" | "moved";
  readonly found: number | null;
  readonly expected: number | null;
  readonly key: string;
  /** Places of cells that are not as they were; of a tail: none. */
  readonly cells: readonly number[];
  /** How many rows a removed tail had; the other of two that were swapped. */
  readonly other: number | null;
}
