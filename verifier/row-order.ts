import type { RowMark } from "@/lib/domain/proof/row-marks";
import type { Difference } from "./difference";

/** Rows that stand in another order: two that changed places, or those that moved between the ones that stayed. */
export function moves(
  expected: readonly RowMark[],
  pairs: readonly (readonly [number, number])[],
): Difference[] {
  const order = pairs.toSorted((a, b) => a[1] - b[1]).map(([e]) => e);
  const sorted = order.toSorted((a, b) => a - b);
  const astray = order.flatMap((e, index) => (e === sorted[index] ? [] : [index]));
  if (astray.length === 0) return [];
  const placeOf = new Map(pairs.map(([e, f]) => [e, f]));
  const key = (e: number) => expected[e]?.key ?? "";
  const [first, second] = astray;
  if (astray.length === 2 && first !== undefined && second !== undefined) {
    const [e, other] = [order[first] ?? 0, order[second] ?? 0];
    return [
      {
        is: "swapped",
        found: placeOf.get(e) ?? null,
        expected: e,
        key: key(e),
        cells: [],
        other: placeOf.get(other) ?? null,
      },
    ];
  }
  const stayed = longestRising(order);
  return order
    .filter((e) => !stayed.has(e))
    .map((e) => ({
      is: "moved",
      found: placeOf.get(e) ?? null,
      expected: e,
      key: key(e),
      cells: [],
      other: null,
    }));
}

/** The most numbers of a list that stand in rising order. */
function longestRising(list: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const value of list) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before.set(value, ends[low - 1]);
    ends[low] = value;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) kept.add(at);
  return kept;
}
