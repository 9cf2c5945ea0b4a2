import { createHash } from "node:crypto";

/** Deterministic from a seed: the same practice programme on every machine. Not for secrets. */
export class SeededRandom {
  readonly #seed: string;
  #count = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: bigint): bigint {
    const digest = createHash("sha256")
      .update(`${this.#seed}/${this.#count++}`)
      .digest();
    return digest.readBigUInt64BE() % limit;
  }

  /** A share of an amount between two percentages, in cents. */
  share(amount: bigint, from: bigint, to: bigint): bigint {
    return (amount * (from * 100n + this.below((to - from) * 100n + 1n))) / 10_000n;
  }

  text(label: string): string {
    return createHash("sha256").update(`${this.#seed}/${label}`).digest("hex").slice(0, 12);
  }
}
