import { type Cents, cents } from "../money";
import { groupBy, type Position } from "../reconciliation/positions";
import type { OurUnit, UnitLines } from "./our-unit";
import type { Place, TieOutKind } from "./tie-out-file";

export interface KnownAllocation extends Place {
  readonly id: string;
  readonly number: string;
  readonly decisionNumber: string;
  readonly decisionYear: number;
  readonly themeId: string;
  /** Of the decisions that its entries name: a revision has one of its own. */
  readonly laterNumbers: readonly string[];
}

/** Lines of entries at one place that name the same allocation, or none, and what they come to; cents. */
export interface LineGroup extends Place {
  readonly themeId: string | null;
  readonly allocationId: string | null;
  /** Whether it counts as of the two dates. */
  readonly counts: boolean;
  readonly amount: Cents;
  readonly count: number;
}

/** A unit, and what finds its entries: all that are at its place, or those that name its allocation, or none of these. */
export interface PlacedUnit extends OurUnit {
  readonly themeId: string | null;
  readonly only: string | null;
  readonly not: readonly string[] | null;
}

type Unit = Omit<PlacedUnit, "counted" | "late">;
type PlacedAt = Pick<LineGroup, "trancheId" | "themeId" | "areaId">;
const placeKey = ({ trancheId, themeId, areaId }: PlacedAt) => `${trancheId}.${themeId ?? "-"}.${areaId}`;

/** The places that more than one allocation is of: only entries say which. */
export const sharedPlaces = (allocations: readonly KnownAllocation[]): KnownAllocation[][] =>
  [...groupBy(allocations, placeKey).values()].filter((there) => there.length > 1);

type Counted = Position & { readonly lines: bigint };

/** Balances of what counts, and of all that was entered, as lines at places; without the places that allocations share. */
export function placedGroups(
  allocations: readonly KnownAllocation[],
  counted: readonly Counted[],
  entered: readonly Counted[],
): LineGroup[] {
  const shared = new Set(sharedPlaces(allocations).flatMap((there) => there.slice(0, 1).map(placeKey)));
  const atPlace = ({ municipalityId, areaId, ...position }: Counted) =>
    municipalityId === null || areaId === null ? [] : [{ ...position, municipalityId, areaId }];
  const places = groupBy(entered.flatMap(atPlace), placeKey);
  const byPlace = groupBy(counted.flatMap(atPlace), placeKey);
  return [...places].flatMap(([key, all]): LineGroup[] => {
    const [first] = all;
    if (first === undefined || shared.has(key)) return [];
    const place = { ...placeOf(first), themeId: first.themeId, allocationId: null };
    const [own, every] = [totalOf(byPlace.get(key) ?? []), totalOf(all)];
    const late = { amount: cents(every.amount - own.amount), count: every.count - own.count };
    return [
      ...(own.count === 0 ? [] : [{ ...place, ...own, counts: true }]),
      ...(late.count === 0 ? [] : [{ ...place, ...late, counts: false }]),
    ];
  });
}

const totalOf = (positions: readonly Counted[]) => ({
  amount: cents(positions.reduce((all, { amount }) => all + amount, 0n)),
  count: Number(positions.reduce((all, { lines }) => all + lines, 0n)),
});

/**
 * Lines as the allocations that they are of. A line at a place with one allocation is of that one; where there are more, and
 * its entry names none of them, the place is a unit of its own that answers to the numbers of all.
 */
export function unitsOf(
  allocations: readonly KnownAllocation[],
  groups: readonly LineGroup[],
  { kind, year }: { readonly kind: TieOutKind; readonly year: number | null },
): PlacedUnit[] {
  const at = groupBy(allocations, placeKey);
  const yearOf = (decided: number | null) => (kind === "register" ? decided : year);
  const isShared = (one: KnownAllocation) => (at.get(placeKey(one)) ?? []).length > 1;
  const units = new Map(
    allocations.map((one): [string, Unit] => [
      one.id,
      { ...allocationUnit(one, isShared(one)), year: yearOf(one.decisionYear) },
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

const allocationUnit = (one: KnownAllocation, shared: boolean): Omit<Unit, "year"> => ({
  key: one.id,
  place: placeOf(one),
  themeId: one.themeId,
  only: shared ? one.id : null,
  not: null,
  allocationNumbers: [one.number],
  decisionNumbers: [...new Set([one.decisionNumber, ...one.laterNumbers])],
});

const placeUnit = (key: string, group: LineGroup, there: readonly KnownAllocation[]): Omit<Unit, "year"> => ({
  key,
  place: placeOf(group),
  themeId: group.themeId,
  only: null,
  not: there.length === 0 ? null : there.map(({ id }) => id),
  allocationNumbers: there.map(({ number }) => number),
  decisionNumbers: [...new Set(there.map(({ decisionNumber }) => decisionNumber))],
});

const withLines = (unit: Unit, groups: readonly LineGroup[]): PlacedUnit => ({
  ...unit,
  counted: linesOf(groups.filter(({ counts }) => counts)),
  late: linesOf(groups.filter(({ counts }) => !counts)),
});

function linesOf(groups: readonly LineGroup[]): UnitLines | null {
  if (groups.length === 0) return null;
  return {
    amount: cents(groups.reduce((all, { amount }) => all + amount, 0n)),
    count: groups.reduce((all, { count }) => all + count, 0),
    shown: [],
  };
}
