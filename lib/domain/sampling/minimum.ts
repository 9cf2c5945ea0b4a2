import type { Sha256 } from "../ledger/merkle";
import type { Cents } from "../money";
import { rank } from "./generator";
import type { PopulationLine } from "./population";

/** From a year on at least one item of a scheme that reaches this amount in the year; a later version replaces it. */
export interface SampleMinimum {
  readonly firstYear: number;
  readonly version: number;
  readonly threshold: Cents;
  readonly source: string;
}

/** What holds for a year: the last setting that began, in its last version; null where none did. */
export function minimumFor(all: readonly SampleMinimum[], year: number): SampleMinimum | null {
  return all
    .filter(({ firstYear }) => firstYear <= year)
    .reduce<SampleMinimum | null>((best, one) => {
      if (best === null || one.firstYear > best.firstYear) return one;
      return one.firstYear === best.firstYear && one.version > best.version ? one : best;
    }, null);
}

interface Group {
  readonly year: number;
  total: bigint;
  /** The line that would be taken: of what is spent the first in the order of chance. */
  first: { readonly line: PopulationLine; readonly rank: string } | null;
}

export const groupOf = (line: Pick<PopulationLine, "streamId" | "municipalityId" | "year">): string =>
  `${line.streamId}|${line.municipalityId}|${line.year}`;

/** Watches each scheme, municipality and year while lines go by. */
export class MinimumWatch {
  readonly #groups = new Map<string, Group>();
  readonly #sha256: Sha256;
  readonly #seed: string;

  constructor(sha256: Sha256, seed: string) {
    this.#sha256 = sha256;
    this.#seed = seed;
  }

  add(line: PopulationLine): void {
    const key = groupOf(line);
    const group: Group = this.#groups.get(key) ?? { year: line.year, total: 0n, first: null };
    this.#groups.set(key, group);
    group.total += line.amount;
    if (line.amount <= 0n) return;
    const place = rank(this.#sha256, this.#seed, line.seq);
    if (group.first === null || place < group.first.rank) group.first = { line, rank: place };
  }

  /** The lines that have to come along: one of every group that reaches its amount and has nothing drawn. */
  missing(drawn: readonly PopulationLine[], thresholdOf: (year: number) => Cents | null): PopulationLine[] {
    const served = new Set(drawn.map(groupOf));
    return [...this.#groups].flatMap(([key, { total, first, year }]) => {
      const threshold = thresholdOf(year);
      const asks = threshold !== null && total >= threshold && !served.has(key);
      return asks && first !== null ? [first.line] : [];
    });
  }
}
