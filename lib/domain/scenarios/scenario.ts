import type { YearAmount } from "../ledger/facts";
import { type Cents, cents, sum } from "../money";
import { type MovementPlace, movementLines } from "../movements/movement";
import type { BatchDraft } from "../proposals/batch";

/** A place where money is allocated, with the names that stand beside it. */
export interface ScenarioPlace extends MovementPlace {
  readonly streamId: string;
  readonly stream: string;
  readonly municipalityId: string;
  readonly municipality: string;
  readonly area: string;
  readonly themeNl: string;
  readonly themeEn: string;
}

/**
 * One change: money above zero per year that goes from an allocation to another place. Without `from` it is new, from what
 * is not allocated yet; without `to` it goes back there.
 */
export interface ScenarioLine {
  readonly id: string;
  readonly trancheId: string;
  readonly from: (ScenarioPlace & { readonly allocationId: string }) | null;
  readonly to: ScenarioPlace | null;
  readonly years: readonly YearAmount[];
}

export const isMovement = ({ from, to }: ScenarioLine): boolean => from !== null && to !== null;

export const totalOf = ({ years }: Pick<ScenarioLine, "years">): Cents =>
  sum(years.map(({ amount }) => amount));

/** What is the same for every proposal that a scenario becomes. */
export interface ScenarioDecision {
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly decisionDocument?: string | null;
  readonly reason: string;
}

/** The proposals that one line becomes: two that are approved together for a movement, otherwise one. */
export function proposalsOf(line: ScenarioLine, decision: ScenarioDecision): BatchDraft[] {
  const { from, to, years } = line;
  if (from !== null && to !== null) {
    const moves = years.map(({ year, amount }) => ({ fromYear: year, toYear: year, amount }));
    return movementLines({ from: placeOf(from), to: placeOf(to), moves, ...decision });
  }
  const place = from ?? to;
  if (place === null) return [];
  const signed = years.map(({ year, amount }) => ({ year, amount: from === null ? amount : cents(-amount) }));
  return [
    {
      ...placeOf(place),
      ...decision,
      kind: place.allocationId === null ? "allocation" : "revision",
      decisionCents: sum(signed.map(({ amount }) => amount)),
      years: signed,
    },
  ];
}

const placeOf = <T extends MovementPlace>({ allocationId, trancheId, themeId, areaId }: T) => ({
  allocationId: allocationId as T["allocationId"],
  trancheId,
  themeId,
  areaId,
});
