import type { CellValue } from "./report-column";

/** Where a cell stood when the workbook was made, where it stands now, and what was sent. */
export interface ThreeValues {
  readonly made: CellValue;
  readonly now: CellValue;
  readonly given: CellValue;
}

export type Merged = "unchanged" | "kept" | "changed" | "clash";

/**
 * One cell of a workbook that may be older than what is stored: what only the sender changed is taken, what only a
 * colleague changed is kept, and where both did something else nobody is overruled.
 */
export function mergeCell({ made, now, given }: ThreeValues): Merged {
  if (given === now) return "unchanged";
  if (given === made) return "kept";
  return made === now ? "changed" : "clash";
}
