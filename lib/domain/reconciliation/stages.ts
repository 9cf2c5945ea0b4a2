import { type Cents, cents } from "../money";
import { type Difference, madeOf } from "./difference";
import { balanceOf, groupBy, type Position } from "./positions";
import { linesOf, type Movements, type Place, type Selector } from "./selector";
import { goesLater, leftOver, takenAway } from "./timing";

/** What one theme of an area was allocated, and how much of it is settled, lapsed or still open; cents. */
interface Stage {
  readonly themeId: string | null;
  readonly allocated: Cents;
  readonly settled: Cents;
  readonly spent: Cents;
  readonly advanced: Cents;
  /** Awarded, and not settled yet. */
  readonly open: Cents;
}

/** A place is settled or it is not, theme by theme: sums over themes would let one hide the other. */
const stagesOf = (positions: readonly Position[]): Stage[] =>
  [...groupBy(positions, ({ themeId }) => themeId ?? "")].map(([, own]) => ({
    themeId: own[0]?.themeId ?? null,
    allocated: balanceOf(own, "allocated"),
    settled: balanceOf(own, "settled"),
    spent: balanceOf(own, "spent"),
    advanced: balanceOf(own, "advanced"),
    open: balanceOf(own, "entitlement"),
  }));

const closedBySettlement = ({ allocated, open }: Stage) => allocated !== 0n && open === 0n;
const themesOf = (stages: readonly Stage[]) => stages.map(({ themeId }) => themeId);

/** Awarded, and given up by a settlement: what is neither settled nor open. */
const lapsed = (place: Place, themeIds: Selector["themeIds"]) =>
  linesOf(place, { allocated: 1, settled: 1, entitlement: 1 }, { themeIds });

/** A term of a payment schedule of an allocation here that falls after the valid-on date. */
export interface LaterTerm {
  readonly areaId: string;
  readonly trancheId: string;
  readonly themeId: string;
  readonly allocationId: string;
  readonly number: string;
  readonly dueOn: string;
  readonly amount: Cents;
}

/** Allocated and not advanced: what lapsed, what was paid above the settlement, and what is still to be paid. */
export function unadvancedDifferences(
  place: Place,
  movements: Movements,
  terms: readonly LaterTerm[],
): Difference[] {
  const stages = stagesOf(movements.positions);
  const left = ({ settled, open, advanced }: Stage) => settled + open - advanced;
  const signs = { settled: -1, entitlement: -1, advanced: -1 } as const;
  const above = themesOf(stages.filter((stage) => left(stage) < 0n));
  const owed = stages.filter((stage) => left(stage) > 0n);
  // Terms that do not fit in what is owed are about something else.
  const hasTerms = (stage: Stage) => {
    const own = terms.filter(({ themeId }) => themeId === stage.themeId);
    const total = own.reduce((all, { amount }) => all + amount, 0n);
    return total > 0n && total <= left(stage);
  };
  const [planned, unplanned] = [owed.filter(hasTerms), owed.filter((stage) => !hasTerms(stage))];
  const due = terms.filter(({ themeId }) => themesOf(planned).includes(themeId));
  const paid = goesLater(
    [linesOf(place, signs, { themeIds: themesOf(unplanned) })],
    linesOf(place, { advanced: 1 }, { themeIds: themesOf(unplanned), when: "later" }),
    movements,
  );
  return [
    ...madeOf("lapsed", [lapsed(place, null)], movements),
    ...madeOf("advanced_above_settled", [linesOf(place, signs, { themeIds: above })], movements),
    ...madeOf("timing", paid === null ? [] : [paid], movements, { items: due.map(termItem(1n)) }),
    ...madeOf(
      "not_yet_advanced",
      [linesOf(place, signs, { themeIds: themesOf(owed) }), ...(paid === null ? [] : [takenAway(paid)])],
      movements,
      { items: due.map(termItem(-1n)) },
    ),
  ];
}

const termItem =
  (sign: bigint) =>
  ({ allocationId, number, dueOn, amount }: LaterTerm) =>
    ({ is: "term", allocationId, number, dueOn, amount: cents(sign * amount) }) as const;

/** Allocated and not settled: what lapsed, and what no settlement has been about. */
export const unsettledDifferences = (place: Place, movements: Movements): Difference[] => [
  ...madeOf("lapsed", [lapsed(place, null)], movements),
  ...leftOver(
    {
      cause: "not_yet_settled",
      lines: [linesOf(place, { entitlement: -1 })],
      taken: linesOf(place, { settled: -1 }, { when: "later" }),
    },
    movements,
  ),
];

/** Spent and accepted, and not settled: no settlement has been about it, or it was accepted beside one. */
export function unsettledSpend(place: Place, movements: Movements): Difference[] {
  const themeIds = themesOf(stagesOf(movements.positions).filter((stage) => !closedBySettlement(stage)));
  return leftOver(
    {
      cause: "not_yet_settled",
      lines: [linesOf(place, { spent: 1, settled: 1 }, { themeIds })],
      taken: linesOf(place, { settled: -1 }, { themeIds, when: "later" }),
    },
    movements,
  );
}

/** The themes that no settlement closed, and what lapsed on the others: it will never be spent. */
export function withoutSettled(
  place: Place,
  movements: Movements,
): { readonly themeIds: readonly (string | null)[]; readonly lapsed: readonly Difference[] } {
  const stages = stagesOf(movements.positions);
  const closed = stages.filter(closedBySettlement);
  return {
    themeIds: themesOf(stages.filter((stage) => !closedBySettlement(stage))),
    lapsed: madeOf("lapsed", [lapsed(place, themesOf(closed))], movements),
  };
}
