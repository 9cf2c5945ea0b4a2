import type { Shares } from "./apportion";

export interface Bounds {
  readonly floor: bigint | null;
  readonly cap: bigint | null;
}

export interface Bounded {
  readonly shares: Shares;
  /** Places in the list that stand at the floor or at the cap. */
  readonly atFloor: readonly number[];
  readonly atCap: readonly number[];
  readonly rounds: number;
  /** What nobody below the cap can take, because who is left has no share to grow; 0 when all is placed. */
  readonly unplaced: bigint;
}

/**
 * Brings every total between floor and cap without changing their sum. In each round the total that is left is divided over
 * whoever is still free in proportion to their shares. Whoever has no share stands at the floor from the start. If lifting
 * to the floor costs more than the cap frees, those under the floor are set there; if less, those above the cap are; if as
 * much, both. Then the next round, until nobody is out of bounds. Every round sets at least one recipient, so it ends, and
 * who was set never has to move again: the outcome is the one factor by which all free shares are multiplied.
 */
export function withinBounds(shares: Shares, total: bigint, { floor, cap }: Bounds): Bounded {
  const set = new Map<number, bigint>();
  const low = floor ?? 0n;
  const { numerators } = shares;
  for (const [index, numerator] of numerators.entries()) if (numerator === 0n) set.set(index, low);
  let rounds = 0;
  let rest = total;
  let whole = 0n;
  for (;;) {
    rounds++;
    rest = total - [...set.values()].reduce((sum, amount) => sum + amount, 0n);
    const free = numerators.flatMap((numerator, index) => (set.has(index) ? [] : [{ index, numerator }]));
    whole = free.reduce((sum, { numerator }) => sum + numerator, 0n);
    if (free.length === 0) break;
    const under = free.filter(({ numerator }) => rest * numerator < low * whole);
    const over = cap === null ? [] : free.filter(({ numerator }) => rest * numerator > cap * whole);
    if (under.length === 0 && over.length === 0) break;
    const costs = under.reduce((sum, { numerator }) => sum + low * whole - rest * numerator, 0n);
    const frees = over.reduce((sum, { numerator }) => sum + rest * numerator - (cap ?? 0n) * whole, 0n);
    if (costs >= frees) for (const { index } of under) set.set(index, low);
    if (frees >= costs) for (const { index } of over) set.set(index, cap ?? 0n);
  }
  const settled = whole === 0n;
  const denominator = settled ? 1n : whole;
  return {
    shares: {
      denominator,
      numerators: numerators.map((numerator, index) => {
        const amount = set.get(index);
        return amount === undefined ? rest * numerator : amount * denominator;
      }),
    },
    atFloor: floor === null ? [] : places(set, floor),
    atCap: cap === null ? [] : places(set, cap),
    rounds,
    unplaced: settled ? rest : 0n,
  };
}

const places = (set: ReadonlyMap<number, bigint>, bound: bigint): number[] =>
  [...set].flatMap(([index, amount]) => (amount === bound ? [index] : [])).sort((a, b) => a - b);
