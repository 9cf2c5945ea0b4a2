import { PAIR_REASONS, type Pair, type PairReason, type Party } from "./party";

/** One party of each side that may be the same thing. */
export interface Edge {
  readonly left: Party;
  readonly right: Party;
  readonly reasons: readonly PairReason[];
}

/** What hangs together by these edges. Which edge comes first makes no difference. */
export function components(edges: readonly Edge[]): Omit<Pair, "ambiguous">[] {
  const above = new Map<string, string>();
  const top = (key: string): string => {
    let at = key;
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next;
    if (at !== key) above.set(key, at);
    return at;
  };
  const sides = edges.map(({ left, right }) => [`<${left.key}`, `>${right.key}`] as const);
  for (const [one, other] of sides) {
    const [a, b] = [top(one), top(other)];
    if (a !== b) above.set(a, b);
  }
  const groups = new Map<
    string,
    { left: Map<string, Party>; right: Map<string, Party>; why: Set<PairReason> }
  >();
  edges.forEach(({ left, right, reasons }, index) => {
    const key = top(sides[index]?.[0] ?? "");
    const group = groups.get(key) ?? { left: new Map(), right: new Map(), why: new Set() };
    group.left.set(left.key, left);
    group.right.set(right.key, right);
    for (const reason of reasons) group.why.add(reason);
    groups.set(key, group);
  });
  return [...groups.values()].map(({ left, right, why }) => ({
    left: [...left.values()].sort(byKey),
    right: [...right.values()].sort(byKey),
    reasons: PAIR_REASONS.filter((reason) => why.has(reason)),
  }));
}

export const byKey = (a: Party, b: Party): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
