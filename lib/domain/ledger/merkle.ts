/** RFC 6962 Merkle tree over entry hashes. The hash function is handed in: the domain knows no packages. */

/** Keeps neither what it is given nor what it gave. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** What is hashed is put together here each time: an array of its own for every node takes as long as its hash does. */
const leafInput = Uint8Array.of(0, ...new Uint8Array(32));
const nodeInput = Uint8Array.of(1, ...new Uint8Array(64));

export function leafHash(sha256: Sha256, leaf: Uint8Array): Uint8Array {
  const input = leaf.length === 32 ? leafInput : new Uint8Array(1 + leaf.length);
  input.set(leaf, 1);
  return sha256(input);
}

export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  nodeInput.set(left, 1);
  nodeInput.set(right, 33);
  return sha256(nodeInput);
}

/** The root of a whole subtree: of the 2^level leaves from place × 2^level on. */
export interface MerkleNode {
  readonly level: number;
  readonly place: bigint;
  readonly hash: Uint8Array;
}

const nodeAt = ({ height, hash }: { height: number; hash: Uint8Array }, size: bigint): MerkleNode => ({
  level: height,
  place: (size >> BigInt(height)) - 1n,
  hash,
});

/** Smaller subtrees are not kept: their root is soon made from the leaves. */
export const KEPT_LEVEL = 8;

/** Adds leaves one by one in constant memory; `root()` may be asked at any size. */
export class MerkleAccumulator {
  readonly #sha256: Sha256;
  readonly #keep: ((node: MerkleNode) => void) | undefined;
  /** Roots of complete subtrees, largest first, one for each set bit of the size. */
  readonly #peaks: { height: number; hash: Uint8Array }[] = [];
  size = 0n;

  /** `keep` is told of every subtree of a kept level that became whole. */
  constructor(sha256: Sha256, keep?: (node: MerkleNode) => void) {
    this.#sha256 = sha256;
    this.#keep = keep;
  }

  add(leaf: Uint8Array): void {
    this.addSubtree(0, leafHash(this.#sha256, leaf));
  }

  /** Goes on with a whole subtree, as wide as what was added before it allows. */
  addSubtree(level: number, hash: Uint8Array): void {
    this.size += 1n << BigInt(level);
    let peak = { height: level, hash };
    for (;;) {
      if (peak.height >= KEPT_LEVEL) this.#keep?.(nodeAt(peak, this.size));
      const last = this.#peaks.at(-1);
      if (last?.height !== peak.height) break;
      this.#peaks.pop();
      peak = { height: peak.height + 1, hash: nodeHash(this.#sha256, last.hash, peak.hash) };
    }
    this.#peaks.push(peak);
  }

  root(): Uint8Array {
    if (this.#peaks.length === 0) return this.#sha256(new Uint8Array());
    return this.#peaks
      .map(({ hash }) => hash)
      .reduceRight((right, left) => nodeHash(this.#sha256, left, right));
  }
}
