import { cents } from "../money";
import { groupBy } from "../reconciliation/positions";
import type { OurUnit, UnitEntry, UnitLines } from "./our-unit";
import type { Place, TieOutKind } from "./tie-out-file";

export interface KnownAllocation extends Place {
  readonly id: string;
  readonly number: string;
  readonly decisionNumber: string;
  readonly decisionYear: number;
  readonly themeId: string;
}

/** Lines of entries at one place that name the same allocation, or none. */
export interface LineGroup extends Place {
  readonly themeId: string | null;
  readonly allocationId: string | null;
  /** Whether it counts as of the two dates. */
  readonly counts: boolean;
  readonly amount: UnitLines["amount"];
  readonly count: number;
  /** Of the entries themselves: a revision has a decision of its own. */
  readonly decisionNumbers: readonly string[];
  /** The first ones. */
  readonly entries: readonly UnitEntry[];
}

type Unit = Omit<OurUnit, "counted" | "late">;
type PlacedAt = Pick<LineGroup, "trancheId" | "themeId" | "areaId">;
const placeKey = ({ trancheId, themeId, areaId }: PlacedAt) => `${trancheId}.${themeId ?? "-"}.${areaId}`;

/**
 * Lines as the allocations that they are of. A line at a place with one allocation is of that one; where there are more, and
 * its entry names none of them, the place is a unit of its own that answers to the numbers of all.
 */
export function unitsOf(
  allocations: readonly KnownAllocation[],
  groups: readonly LineGroup[],
  { kind, year }: { readonly kind: TieOutKind; readonly year: number | null },
): OurUnit[] {
  const at = groupBy(allocations, placeKey);
  const yearOf = (decided: number | null) => (kind === "register" ? decided : year);
  const units = new Map(
    allocations.map((one): [string, Unit] => [
      one.id,
      { ...allocationUnit(one), year: yearOf(one.decisionYear) },
    ]),
  );
  const lines = new Map<string, LineGroup[]>();
  for (const group of groups) {
    const there = at.get(placeKey(group)) ?? [];
    const named =
      there.find(({ id }) => id === group.allocationId) ?? (there.length === 1 ? there[0] : undefined);
    const key = named?.id ?? placeKey(group);
    if (!units.has(key)) units.set(key, { ...placeUnit(key, group, there), year: yearOf(null) });
    const own = lines.get(key);
    if (own === undefined) lines.set(key, [group]);
    else own.push(group);
  }
  return [...units.values()].map((unit) => withLines(unit, lines.get(unit.key) ?? []));
}

const placeOf = ({ streamId, trancheId, municipalityId, areaId }: Place): Place => ({
  streamId,
  trancheId,
  municipalityId,
  areaId,
});

const allocationUnit = (one: KnownAllocation): Omit<Unit, "year"> => ({
  key: one.id,
  place: placeOf(one),
  allocationNumbers: [one.number],
  decisionNumbers: [one.decisionNumber],
});

const placeUnit = (key: string, group: LineGroup, there: readonly KnownAllocation[]): Omit<Unit, "year"> => ({
  key,
  place: placeOf(group),
  allocationNumbers: there.map(({ number }) => number),
  decisionNumbers: there.map(({ decisionNumber }) => decisionNumber),
});

function withLines(unit: Unit, groups: readonly LineGroup[]): OurUnit {
  const decisions = [...unit.decisionNumbers, ...groups.flatMap(({ decisionNumbers }) => decisionNumbers)];
  return {
    ...unit,
    decisionNumbers: [...new Set(decisions)],
    counted: linesOf(groups.filter(({ counts }) => counts)),
    late: linesOf(groups.filter(({ counts }) => !counts)),
  };
}

function linesOf(groups: readonly LineGroup[]): UnitLines | null {
  if (groups.length === 0) return null;
  return {
    amount: cents(groups.reduce((all, { amount }) => all + amount, 0n)),
    count: groups.reduce((all, { count }) => all + count, 0),
    shown: groups.flatMap(({ entries }) => entries).toSorted((a, b) => (a.seq < b.seq ? -1 : 1)),
  };
}
