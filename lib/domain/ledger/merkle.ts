/** RFC 6962 Merkle tree over entry hashes. The hash function is handed in: the domain knows no packages. */

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const concat = (...parts: readonly Uint8Array[]) => {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafHash = (sha256: Sha256, leaf: Uint8Array) => sha256(concat(LEAF, leaf));
export const nodeHash = (sha256: Sha256, left: Uint8Array, right: Uint8Array) =>
  sha256(concat(NODE, left, right));

/** Adds leaves one by one in constant memory; `root()` may be asked at any size. */
export class MerkleAccumulator {
  readonly #sha256: Sha256;
  /** Roots of complete subtrees, largest first, one for each set bit of the size. */
  readonly #peaks: { height: number; hash: Uint8Array }[] = [];
  size = 0;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  add(leaf: Uint8Array): void {
    let peak = { height: 0, hash: leafHash(this.#sha256, leaf) };
    for (;;) {
      const last = this.#peaks.at(-1);
      if (last?.height !== peak.height) break;
      this.#peaks.pop();
      peak = { height: peak.height + 1, hash: nodeHash(this.#sha256, last.hash, peak.hash) };
    }
    this.#peaks.push(peak);
    this.size += 1;
  }

  root(): Uint8Array {
    if (this.#peaks.length === 0) return this.#sha256(new Uint8Array());
    return this.#peaks
      .map(({ hash }) => hash)
      .reduceRight((right, left) => nodeHash(this.#sha256, left, right));
  }
}

const splitPoint = (size: number) => 2 ** Math.floor(Math.log2(size - 1));

const subtreeRoot = (sha256: Sha256, leaves: readonly Uint8Array[]): Uint8Array => {
  const tree = new MerkleAccumulator(sha256);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
};

/** Audit path of the leaf at `index` (from 0). */
export function inclusionProof(sha256: Sha256, leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (leaves.length <= 1) return [];
  const k = splitPoint(leaves.length);
  return index < k
    ? [...inclusionProof(sha256, leaves.slice(0, k), index), subtreeRoot(sha256, leaves.slice(k))]
    : [...inclusionProof(sha256, leaves.slice(k), index - k), subtreeRoot(sha256, leaves.slice(0, k))];
}

/** The root that a leaf and its audit path lead to. */
export function rootFromProof(
  sha256: Sha256,
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
): Uint8Array {
  const last = path.at(-1);
  if (last === undefined || size <= 1) return leafHash(sha256, leaf);
  const k = splitPoint(size);
  const rest = path.slice(0, -1);
  return index < k
    ? nodeHash(sha256, rootFromProof(sha256, leaf, index, k, rest), last)
    : nodeHash(sha256, last, rootFromProof(sha256, leaf, index - k, size - k, rest));
}
