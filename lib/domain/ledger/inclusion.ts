import { MerkleAccumulator, type Sha256 } from "./merkle";

/** Leaves `from` up to, not including, `to`, counted from 0. */
interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** The largest power of two below the size: where RFC 6962 splits a tree. */
function split(size: number): number {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

/** The subtrees whose roots are the audit path of a leaf, from the leaf up. */
export function siblingRanges(index: number, size: number, from = 0): LeafRange[] {
  if (size <= 1) return [];
  const k = split(size);
  return index < k
    ? [...siblingRanges(index, k, from), { from: from + k, to: from + size }]
    : [...siblingRanges(index - k, size - k, from + k), { from, to: from + k }];
}

/** Makes the audit path of one leaf while all leaves pass by once, in order: it never holds more than the path. */
export class InclusionProver {
  readonly #parts: { readonly range: LeafRange; readonly tree: MerkleAccumulator }[];
  #at = 0;

  constructor(sha256: Sha256, index: number, size: number) {
    if (index < 0 || index >= size) throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
    this.#parts = siblingRanges(index, size).map((range) => ({ range, tree: new MerkleAccumulator(sha256) }));
  }

  add(leaf: Uint8Array): void {
    const at = this.#at++;
    this.#parts.find(({ range }) => at >= range.from && at < range.to)?.tree.add(leaf);
  }

  path(): Uint8Array[] {
    return this.#parts.map(({ tree }) => tree.root());
  }
}
