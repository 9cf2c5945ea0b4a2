import { type Cents, cents, sum } from "../money";
import type { Pairing, TieCause } from "./tie-out";

/** Which pairings a list shows: all, those that differ, those that agree, or those of one cause. What differs comes first. */
export function shownPairings(
  pairings: readonly Pairing[],
  shown: "alle" | "verschil" | "gelijk" | TieCause,
): Pairing[] {
  const chosen = pairings.filter(({ cause }) => {
    if (shown === "alle") return true;
    if (shown === "gelijk") return cause === null;
    return shown === "verschil" ? cause !== null : cause === shown;
  });
  const byRow = chosen.toSorted((a, b) => rowOf(a) - rowOf(b));
  return [...byRow.filter(({ cause }) => cause !== null), ...byRow.filter(({ cause }) => cause === null)];
}

/** In the order of the file; what is not in it comes after. */
const rowOf = ({ rows }: Pairing): number => rows[0]?.row ?? Number.MAX_SAFE_INTEGER;

/** What the two sides of a pairing come to; null where a side has nothing, which is not zero. */
export function sidesOf({ rows, units, later }: Pairing): {
  readonly theirs: Cents | null;
  readonly ours: Cents | null;
} {
  const counted = later ? [] : units.flatMap((unit) => (unit.counted === null ? [] : [unit.counted.amount]));
  return {
    theirs: rows.length === 0 ? null : sum(rows.map(({ amount }) => amount)),
    ours: counted.length === 0 ? null : cents(sum(counted)),
  };
}
