import type { Sha256 } from "../ledger/merkle";
import type { Cents } from "../money";
import { addToDigest, EMPTY_DIGEST } from "./generator";

/** One booked line of the population: an entry with its amount, and the scheme, municipality and year it is of. */
export interface PopulationLine {
  readonly seq: bigint;
  readonly amount: Cents;
  readonly streamId: string;
  readonly municipalityId: string;
  readonly year: number;
}

export interface PopulationTotals {
  readonly positive: number;
  readonly positiveCents: bigint;
  readonly negative: number;
  readonly negativeCents: bigint;
}

/** Lines are told one by one, in the order of the journal; a line that comes back or comes too late is a bug. */
export class PopulationCount {
  readonly #sha256: Sha256;
  #last = 0n;
  #digest = EMPTY_DIGEST;
  #totals = { positive: 0, positiveCents: 0n, negative: 0, negativeCents: 0n };

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  add({ seq, amount }: PopulationLine): void {
    if (seq <= this.#last) throw new Error(`line ${seq} comes after ${this.#last}`);
    this.#last = seq;
    this.#digest = addToDigest(this.#sha256, this.#digest, seq, amount);
    const side = amount > 0n ? "positive" : "negative";
    this.#totals[side] += 1;
    this.#totals[`${side}Cents`] += amount;
  }

  get totals(): PopulationTotals {
    return { ...this.#totals };
  }

  get digest(): string {
    return this.#digest;
  }
}
