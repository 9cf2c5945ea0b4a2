import type { Sha256 } from "../ledger/merkle";
import type { Cents } from "../money";
import { rank, start } from "./generator";
import { MinimumWatch } from "./minimum";
import type { PopulationLine } from "./population";

/** `top`: at least one interval, always taken. `sampled`: drawn. `minimum`: comes along because of rule A6. */
export const STRATA = ["top", "sampled", "minimum"] as const;
export type Stratum = (typeof STRATA)[number];

export interface DrawnItem {
  readonly line: PopulationLine;
  readonly stratum: Stratum;
  /** The monetary unit that was hit, counted in cents through the lines below the interval; null when none was. */
  readonly hit: bigint | null;
}

/** From which amount a scheme has an item of its own; null for a year in which nothing asks for it. */
export type Thresholds = (year: number) => Cents | null;

/** Lines go by once, in the order of the journal; only what is drawn is held. */
export interface Drawing {
  add(line: PopulationLine): void;
  /** What was drawn, in the order of the journal. */
  drawn(thresholdOf: Thresholds): DrawnItem[];
}

function withMinimum(items: readonly DrawnItem[], watch: MinimumWatch, thresholdOf: Thresholds): DrawnItem[] {
  const along = watch.missing(
    items.map(({ line }) => line),
    thresholdOf,
  );
  const all = [...items, ...along.map((line): DrawnItem => ({ line, stratum: "minimum", hit: null }))];
  return all.sort((a, b) => (a.line.seq < b.line.seq ? -1 : 1));
}

/**
 * Monetary unit sampling with a fixed interval: through the positive lines below the interval, one after the other, one
 * cent is hit every interval, from a start out of the seed. A line of an interval or more is always taken, and what is
 * negative is never drawn.
 */
export class MonetaryDrawing implements Drawing {
  readonly start: bigint;
  readonly #interval: Cents;
  readonly #watch: MinimumWatch;
  readonly #items: DrawnItem[] = [];
  /** Cents of the lines that went by, and the next one to hit. */
  #passed = 0n;
  #next: bigint;

  constructor(sha256: Sha256, { seed, interval }: { readonly seed: string; readonly interval: Cents }) {
    this.#interval = interval;
    this.#watch = new MinimumWatch(sha256, seed);
    this.start = start(sha256, seed, interval);
    this.#next = this.start;
  }

  add(line: PopulationLine): void {
    this.#watch.add(line);
    if (line.amount <= 0n) return;
    if (line.amount >= this.#interval) {
      this.#items.push({ line, stratum: "top", hit: null });
      return;
    }
    this.#passed += line.amount;
    if (this.#passed < this.#next) return;
    this.#items.push({ line, stratum: "sampled", hit: this.#next });
    this.#next += this.#interval;
  }

  drawn(thresholdOf: Thresholds): DrawnItem[] {
    return withMinimum(this.#items, this.#watch, thresholdOf);
  }
}

/** Attribute sampling: the first so many lines in the order of chance, each as likely whatever its amount. */
export class AttributeDrawing implements Drawing {
  readonly #sha256: Sha256;
  readonly #seed: string;
  readonly #size: number;
  readonly #watch: MinimumWatch;
  /** The first lines so far, in the order of chance. */
  readonly #first: { readonly line: PopulationLine; readonly rank: string }[] = [];

  constructor(sha256: Sha256, { seed, size }: { readonly seed: string; readonly size: number }) {
    this.#sha256 = sha256;
    this.#seed = seed;
    this.#size = size;
    this.#watch = new MinimumWatch(sha256, seed);
  }

  add(line: PopulationLine): void {
    this.#watch.add(line);
    const place = rank(this.#sha256, this.#seed, line.seq);
    const last = this.#first.at(-1);
    if (this.#first.length === this.#size && last !== undefined && place >= last.rank) return;
    this.#first.splice(this.#placeOf(place), 0, { line, rank: place });
    if (this.#first.length > this.#size) this.#first.pop();
  }

  #placeOf(place: string): number {
    let [from, to] = [0, this.#first.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#first[middle]?.rank ?? "") < place) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  drawn(thresholdOf: Thresholds): DrawnItem[] {
    const items = this.#first.map(({ line }): DrawnItem => ({ line, stratum: "sampled", hit: null }));
    return withMinimum(items, this.#watch, thresholdOf);
  }
}
