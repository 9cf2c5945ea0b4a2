/**
 * Proofs of RFC 6962: that an entry is in a tree, and that a tree goes on from an earlier one. What is needed is said as
 * spans of leaves, so that whoever keeps roots of subtrees need not read the leaves.
 */
import { leafHash, nodeHash, type Sha256 } from "./merkle";

/** Leaves from `from` up to and without `to`, counted from 0. */
export interface Span {
  readonly from: bigint;
  readonly to: bigint;
}

/** Where a tree of this many leaves is cut: the largest power of two that is smaller. */
const split = (size: bigint): bigint => 1n << BigInt((size - 1n).toString(2).length - 1);

/** Whose roots make the audit path of a leaf, from the leaf up. */
export function inclusionSpans(index: bigint, to: bigint, from = 0n): Span[] {
  if (to - from <= 1n) return [];
  const cut = from + split(to - from);
  return index < cut
    ? [...inclusionSpans(index, cut, from), { from: cut, to }]
    : [...inclusionSpans(index, to, cut), { from, to: cut }];
}

/** Whose roots show that the first so many leaves of a tree are the whole of an earlier one. */
export const consistencySpans = (first: bigint, second: bigint): Span[] =>
  growth(first, { from: 0n, to: second }, true);

/** `known`: the root of these leaves is what the reader has already. */
function growth(first: bigint, { from, to }: Span, known: boolean): Span[] {
  if (first === to) return known ? [] : [{ from, to }];
  const cut = from + split(to - from);
  return first <= cut
    ? [...growth(first, { from, to: cut }, known), { from: cut, to }]
    : [...growth(first, { from: cut, to }, false), { from, to: cut }];
}

/** The whole subtrees that lie in a span of a proof, from left to right. */
export function subtreesOf({ from, to }: Span): { readonly level: number; readonly place: bigint }[] {
  const found: { level: number; place: bigint }[] = [];
  for (let at = from; at < to; ) {
    let level = 0;
    while (at % (1n << BigInt(level + 1)) === 0n && at + (1n << BigInt(level + 1)) <= to) level += 1;
    found.push({ level, place: at >> BigInt(level) });
    at += 1n << BigInt(level);
  }
  return found;
}

/** The root that a leaf and its audit path lead to; null when the path is not as long as it has to be. */
export function rootOfInclusion(
  sha256: Sha256,
  leaf: Uint8Array,
  index: bigint,
  size: bigint,
  path: readonly Uint8Array[],
): Uint8Array | null {
  if (index < 0n || index >= size) return null;
  const spans = inclusionSpans(index, size);
  if (spans.length !== path.length) return null;
  return path.reduce(
    (below, other, step) =>
      (spans[step]?.from ?? 0n) > index ? nodeHash(sha256, below, other) : nodeHash(sha256, other, below),
    leafHash(sha256, leaf),
  );
}

interface Grown {
  readonly first: Uint8Array;
  readonly second: Uint8Array;
}

/** The roots of both trees as a proof has them, from the root that the first should have; null for a wrong length. */
export function rootsOfConsistency(
  sha256: Sha256,
  { first, second, root }: { readonly first: bigint; readonly second: bigint; readonly root: Uint8Array },
  path: readonly Uint8Array[],
): Grown | null {
  if (first < 1n || first > second) return null;
  const spans = consistencySpans(first, second);
  if (spans.length !== path.length) return null;
  const [start, ...rest] = first === second || spans[0]?.from === first ? [root, ...path] : path;
  if (start === undefined) return null;
  const sides = spans.slice(spans.length - rest.length);
  return rest.reduce<Grown>(
    (below, other, step) => {
      const onTheLeft = (sides[step]?.from ?? 0n) < first;
      return onTheLeft
        ? { first: nodeHash(sha256, other, below.first), second: nodeHash(sha256, other, below.second) }
        : { first: below.first, second: nodeHash(sha256, below.second, other) };
    },
    { first: start, second: start },
  );
}
