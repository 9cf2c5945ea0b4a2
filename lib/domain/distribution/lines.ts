import type { YearAmount } from "../ledger/facts";
import { cents } from "../money";
import { apportion } from "./apportion";
import type { Outcome } from "./distribute";
import type { Grain } from "./key";

export interface AreaPlace {
  readonly id: string;
  readonly code: string;
  readonly municipality: string;
}

/** What stands in an area now, in the tranche and theme that the run is for. */
export interface Standing {
  readonly allocationId: string;
  readonly number: string;
  readonly years: ReadonlyMap<number, bigint>;
}

/** What an outcome asks for in one area: an allocation, a change of one, or nothing at all. */
export interface PlannedLine {
  readonly areaId: string;
  readonly kind: "allocation" | "revision" | "unchanged";
  readonly standing: Standing | null;
  /** The amounts of an allocation, or the changes of a revision; without years in which nothing happens. */
  readonly years: readonly YearAmount[];
}

/** Codes of recipients without an area of this programme: nothing can be allocated to them. */
export const withoutArea = ({ years }: Outcome, grain: Grain, areas: readonly AreaPlace[]): string[] => {
  const known = new Set(areas.map((area) => (grain === "area" ? area.code : area.municipality)));
  return [...new Set(years.flatMap(({ amounts }) => amounts.map(({ code }) => code)))].filter(
    (code) => !known.has(code),
  );
};

/**
 * One line for each area that an outcome reaches. What a municipality with several areas gets is divided equally over
 * them, to the cent, the lowest area code first. Where an allocation stands already the line is its revision.
 */
export function plannedLines(
  outcome: Outcome,
  grain: Grain,
  areas: readonly AreaPlace[],
  standing: ReadonlyMap<string, Standing>,
): PlannedLine[] {
  const meant = new Map<string, Map<number, bigint>>();
  for (const { year, amounts } of outcome.years)
    for (const { code, amount } of amounts) {
      const own = areas
        .filter((area) => (grain === "area" ? area.code : area.municipality) === code)
        .sort((a, b) => (a.code < b.code ? -1 : 1));
      if (own.length === 0) continue;
      const shares = { denominator: BigInt(own.length), numerators: own.map(() => amount as bigint) };
      const parts = apportion(shares, amount).amounts;
      for (const [index, area] of own.entries())
        meant.set(area.id, (meant.get(area.id) ?? new Map()).set(year, parts[index] ?? 0n));
    }
  return areas.flatMap((area): PlannedLine[] => {
    const asked = meant.get(area.id);
    if (asked === undefined) return [];
    const now = standing.get(area.id) ?? null;
    const years = [...asked]
      .map(([year, amount]) => ({ year, amount: cents(amount - (now?.years.get(year) ?? 0n)) }))
      .filter(({ amount }) => amount !== 0n)
      .sort((a, b) => a.year - b.year);
    const kind = years.length === 0 ? "unchanged" : now === null ? "allocation" : "revision";
    return [{ areaId: area.id, kind, standing: now, years }];
  });
}
