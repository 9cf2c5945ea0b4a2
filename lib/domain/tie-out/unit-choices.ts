import { plainNumber } from "../payments/named-numbers";
import type { OurUnit } from "./our-unit";
import type { Party } from "./party";

/** At most so many are offered to choose from; a number finds the others. */
export const MOST_CHOICES = 100;

export interface UnitChoices {
  readonly offered: readonly OurUnit[];
  /** How many there are to choose from, offered or not. */
  readonly count: number;
}

interface Asked {
  /** Part of a number, without case and dashes; empty for no search. */
  readonly number: string;
  /** Units that a row is about. */
  readonly taken: ReadonlySet<OurUnit>;
}

/**
 * What a row can be put together with: what has its amount or is in its municipality comes first, then what no row is about.
 * With a number only what has it.
 */
export function unitChoices(
  row: Party,
  units: readonly OurUnit[],
  { number, taken }: Asked,
  most = MOST_CHOICES,
): UnitChoices {
  const wanted = plainNumber(number);
  const found = units.filter((unit) =>
    [...unit.allocationNumbers, ...unit.decisionNumbers].some((one) => plainNumber(one).includes(wanted)),
  );
  const ranked = found.map((unit) => ({ unit, rank: rankOf(row, unit, taken) }));
  return {
    offered: ranked
      .toSorted((a, b) => b.rank - a.rank)
      .slice(0, most)
      .map(({ unit }) => unit),
    count: found.length,
  };
}

const rankOf = (row: Party, unit: OurUnit, taken: ReadonlySet<OurUnit>): number =>
  (unit.counted?.amount === row.amount ? 4 : 0) +
  (unit.place.municipalityId === row.municipality ? 2 : 0) +
  (taken.has(unit) ? 0 : 1);
