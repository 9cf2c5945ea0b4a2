import { type Cents, cents } from "../money";
import type { Cause, Difference } from "./difference";
import { balanceOf, groupBy, type Position } from "./positions";

/** What one theme of an area was allocated, and how much of it is settled, lapsed or still open; cents. */
interface Stage {
  readonly positions: readonly Position[];
  readonly allocated: Cents;
  readonly settled: Cents;
  /** Awarded, and given up by a settlement. */
  readonly lapsed: Cents;
  /** Awarded, and not settled yet. */
  readonly open: Cents;
}

/** A place is settled or it is not, theme by theme: sums over themes would let one hide the other. */
function stagesOf(positions: readonly Position[]): Stage[] {
  return [...groupBy(positions, ({ themeId }) => themeId ?? "")].map(([, own]) => {
    const [allocated, settled, open] = [
      balanceOf(own, "allocated"),
      balanceOf(own, "settled"),
      balanceOf(own, "entitlement"),
    ];
    return { positions: own, allocated, settled, open, lapsed: cents(allocated - settled - open) };
  });
}

const closedBySettlement = ({ allocated, open }: Stage) => allocated !== 0n && open === 0n;
const total = (stages: readonly Stage[], of: (stage: Stage) => bigint) =>
  stages.reduce((all, stage) => all + of(stage), 0n);

const difference = (cause: Cause, amount: bigint): Difference[] =>
  amount === 0n ? [] : [{ key: cause, cause, amount: cents(amount), about: { is: "nothing" } }];

/** Allocated and not advanced: what lapsed, what was paid above the settlement, and what is still to be paid. */
export function unadvancedDifferences(positions: readonly Position[]): Difference[] {
  const stages = stagesOf(positions);
  const left = (stage: Stage) => stage.allocated - stage.lapsed - balanceOf(stage.positions, "advanced");
  return [
    ...difference(
      "lapsed",
      total(stages, ({ lapsed }) => lapsed),
    ),
    ...difference(
      "advanced_above_settled",
      total(stages, (stage) => (left(stage) < 0n ? left(stage) : 0n)),
    ),
    ...difference(
      "not_yet_advanced",
      total(stages, (stage) => (left(stage) > 0n ? left(stage) : 0n)),
    ),
  ];
}

/** Allocated and not settled: what lapsed, and what no settlement has been about. */
export function unsettledDifferences(positions: readonly Position[]): Difference[] {
  const stages = stagesOf(positions);
  return [
    ...difference(
      "lapsed",
      total(stages, ({ lapsed }) => lapsed),
    ),
    ...difference(
      "not_yet_settled",
      total(stages, ({ open }) => open),
    ),
  ];
}

/** The positions that no settlement closed, and what lapsed on the others: it will never be spent. */
export function withoutSettled(positions: readonly Position[]): {
  readonly open: readonly Position[];
  readonly lapsed: readonly Difference[];
} {
  const stages = stagesOf(positions);
  const closed = stages.filter(closedBySettlement);
  const open = stages.filter((stage) => !closedBySettlement(stage)).flatMap((stage) => stage.positions);
  return {
    open,
    lapsed: difference(
      "lapsed",
      total(closed, ({ lapsed }) => lapsed),
    ),
  };
}
