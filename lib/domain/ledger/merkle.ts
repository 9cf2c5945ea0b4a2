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
