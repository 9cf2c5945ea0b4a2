import type { RowMark } from "@/lib/domain/proof/row-marks";
import type { Difference } from "./difference";
import { moves } from "./row-order";

const CELL = 4;

/** Which cells have another mark; of rows of another width all behind the shorter one. */
function changedCells(was: string, is: string): number[] {
  const count = Math.max(was.length, is.length) / CELL;
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => was.slice(index * CELL, (index + 1) * CELL) !== is.slice(index * CELL, (index + 1) * CELL),
  );
}

/** Pairs equal things in their order: each thing on the left with the first free one on the right. */
function paired<T>(
  left: readonly (readonly [string, T])[],
  right: readonly (readonly [string, T])[],
): [T, T][] {
  const free = new Map<string, T[]>();
  for (const [name, one] of right) {
    const others = free.get(name);
    if (others === undefined) free.set(name, [one]);
    else others.push(one);
  }
  return left.flatMap(([name, one]): [T, T][] => {
    const other = free.get(name)?.shift();
    return other === undefined ? [] : [[one, other]];
  });
}

/** Names what happened between the rows as they were and as they are found. */
export function compareRows(expected: readonly RowMark[], found: readonly RowMark[]): Difference[] {
  // What did not change, from the top and from the bottom, is most of a file; the rest is looked at one by one.
  const same = paired(
    expected.map((row, index) => [row.mark, index] as const),
    found.map((row, index) => [row.mark, index] as const),
  );
  const [inExpected, inFound] = [new Set(same.map(([e]) => e)), new Set(same.map(([, f]) => f))];
  const lost = expected.flatMap((row, index) => (inExpected.has(index) ? [] : [[row.key, index] as const]));
  const strange = found.flatMap((row, index) => (inFound.has(index) ? [] : [[row.key, index] as const]));
  const altered = paired(lost, strange);
  // The key itself may be what was altered: then the row that stands where it stood is taken for it.
  const [lostNow, strangeNow] = [new Set(altered.map(([e]) => e)), new Set(altered.map(([, f]) => f))];
  const here = paired(
    lost.filter(([, e]) => !lostNow.has(e)).map(([, e]) => [String(e), e] as const),
    strange.filter(([, f]) => !strangeNow.has(f)).map(([, f]) => [String(f), f] as const),
  );
  const changed = [...altered, ...here];
  for (const [e, f] of here) {
    lostNow.add(e);
    strangeNow.add(f);
  }
  const differences: Difference[] = changed.map(([e, f]) => ({
    is: "altered",
    found: f,
    expected: e,
    key: expected[e]?.key ?? "",
    cells: changedCells(expected[e]?.cells ?? "", found[f]?.cells ?? ""),
    other: null,
  }));
  differences.push(
    ...removals(
      expected,
      lost.map(([, e]) => e).filter((e) => !lostNow.has(e)),
    ),
    ...strange
      .map(([, f]) => f)
      .filter((f) => !strangeNow.has(f))
      .map(
        (f): Difference => ({
          is: "added",
          found: f,
          expected: null,
          key: found[f]?.key ?? "",
          cells: [],
          other: null,
        }),
      ),
    ...moves(expected, [...same, ...changed]),
  );
  return differences.sort((a, b) => (a.found ?? a.expected ?? 0) - (b.found ?? b.expected ?? 0));
}

/** Removed rows; those at the very end as one tail. */
function removals(expected: readonly RowMark[], removed: readonly number[]): Difference[] {
  const gone = new Set(removed);
  let tail = expected.length;
  while (tail > 0 && gone.has(tail - 1)) tail -= 1;
  const key = (index: number) => expected[index]?.key ?? "";
  const single = removed
    .filter((index) => index < tail)
    .map(
      (index): Difference => ({
        is: "removed",
        found: null,
        expected: index,
        key: key(index),
        cells: [],
        other: null,
      }),
    );
  if (tail === expected.length) return single;
  return [
    ...single,
    { is: "tail", found: null, expected: tail, key: key(tail), cells: [], other: expected.length - tail },
  ];
}
