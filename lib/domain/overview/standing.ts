import { type Cents, cents } from "../money";

/** What was allocated and spent in a stream, an area and a year; cents. */
export interface Standing {
  readonly stream: string;
  readonly municipality: string;
  readonly area: string;
  readonly year: number;
  readonly allocated: Cents;
  readonly spent: Cents;
}

export type Measure = "allocated" | "spent";

/** Sums per key, in order of first appearance. */
export function sumBy(
  rows: readonly Standing[],
  measure: Measure,
  keyOf: (row: Standing) => string,
): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, cents((sums.get(key) ?? 0n) + row[measure]));
  }
  return sums;
}
