import type { YearAmount } from "../ledger/facts";
import { type Cents, cents, sum } from "../money";
import type { BatchDraft } from "../proposals/batch";

/** Where money of an allocation can go: an allocation that is there, or a place that has none yet. */
export interface MovementPlace {
  readonly allocationId: string | null;
  readonly trancheId: string;
  readonly themeId: string;
  readonly areaId: string;
}

/** Money that goes from one year to the same or another year, in cents above zero. */
export interface Move {
  readonly fromYear: number;
  readonly toYear: number;
  readonly amount: Cents;
}

/** A reallocation: what leaves one allocation arrives at another, or in another year of the same one. */
export interface Movement {
  readonly from: MovementPlace & { readonly allocationId: string };
  readonly to: MovementPlace;
  readonly moves: readonly Move[];
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly decisionDocument?: string | null;
  readonly reason: string;
}

export const isCarryOver = ({ from, to }: Movement): boolean => from.allocationId === to.allocationId;

/** Changes per year, in the order of the years; a year whose changes cancel out is left out. */
function perYear(changes: readonly YearAmount[]): YearAmount[] {
  const totals = new Map<number, bigint>();
  for (const { year, amount } of changes) totals.set(year, (totals.get(year) ?? 0n) + amount);
  return [...totals]
    .filter(([, amount]) => amount !== 0n)
    .sort(([a], [b]) => a - b)
    .map(([year, amount]) => ({ year, amount: cents(amount) }));
}

/**
 * The proposals that make a reallocation: one where money changes year within an allocation, otherwise two, what leaves
 * first. Together they always add up to nothing.
 */
export function movementLines(movement: Movement): BatchDraft[] {
  const { from, to, moves } = movement;
  const leaves = moves.map(({ fromYear, amount }) => ({ year: fromYear, amount: cents(-amount) }));
  const arrives = moves.map(({ toYear, amount }) => ({ year: toYear, amount }));
  const line = (place: MovementPlace, changes: readonly YearAmount[]): BatchDraft => {
    const years = perYear(changes);
    return {
      kind: place.allocationId === null ? "allocation" : "revision",
      trancheId: place.trancheId,
      themeId: place.themeId,
      areaId: place.areaId,
      allocationId: place.allocationId,
      decisionNumber: movement.decisionNumber,
      decisionOn: movement.decisionOn,
      decisionDocument: movement.decisionDocument ?? null,
      decisionCents: sum(years.map(({ amount }) => amount)),
      reason: movement.reason,
      years,
    };
  };
  return isCarryOver(movement)
    ? [line(from, [...leaves, ...arrives])]
    : [line(from, leaves), line(to, arrives)];
}
