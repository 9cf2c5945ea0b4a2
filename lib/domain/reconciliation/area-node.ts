import { cents } from "../money";
import type { Difference } from "./difference";
import { entryNodes } from "./entry-nodes";
import { unspentDifferences, type WindowState } from "./periods";
import { balanceOf } from "./positions";
import { pendingDifferences, pendingTotal } from "./reported";
import { linesOf, type Movements, type Place, type Selector, selectedAmount } from "./selector";
import { unadvancedDifferences, unsettledDifferences, unsettledSpend, withoutSettled } from "./stages";
import { closed, type Measure, type ReconciliationNode } from "./tree";
import type { TreeInput } from "./tree-input";

interface AreaInput {
  /** Of the municipality above it. */
  readonly key: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly areaId: string;
  readonly movements: Movements;
  readonly windows: readonly WindowState[];
}

/** The account whose lines are the entries of an area. */
const REACHED: Readonly<Record<Exclude<Measure, "ceiling">, Selector["signs"]>> = {
  allocated: { allocated: 1 },
  advanced: { advanced: 1 },
  spent: { spent: 1 },
  settled: { settled: -1 },
  accepted: { spent: 1 },
  settled_spend: { settled: -1 },
};

/** The lines of the entries of an area, or of a tranche where its ceilings are asked. */
export const entryLines = (measure: Measure, place: Place): Selector =>
  linesOf(place, measure === "ceiling" ? { ceiling: -1 } : REACHED[measure]);

/** Why what an area is worth is not all reached; nothing is missing where allocations are asked. */
function missingIn(
  input: TreeInput,
  place: Place,
  movements: Movements,
  windows: readonly WindowState[],
): readonly Difference[] {
  const here = <T extends { areaId: string; trancheId: string }>(rows: readonly T[]) =>
    rows.filter(({ areaId, trancheId }) => areaId === place.areaId && trancheId === place.trancheId);
  switch (input.measure) {
    case "advanced":
      return unadvancedDifferences(place, movements, here(input.terms));
    case "settled":
      return unsettledDifferences(place, movements);
    case "spent": {
      const { themeIds, lapsed } = withoutSettled(place, movements);
      return [...unspentDifferences({ place, movements, themeIds, windows }, input), ...lapsed];
    }
    case "accepted":
      return pendingDifferences(here(input.pending), here(input.corrections), movements);
    case "settled_spend":
      return unsettledSpend(place, movements);
    case "allocated":
    case "ceiling":
      return [];
  }
}

/** An area is worth what was allocated, reported or accepted for it: its entries, and why they are not all of it. */
export function areaNode(
  input: TreeInput,
  { key: above, areaId, movements, windows, ...tranche }: AreaInput,
): ReconciliationNode {
  const area = input.structure.areas.get(areaId) ?? { code: areaId || "-", name: areaId || "-" };
  const key = `${above}.${area.code}`;
  const place = { ...tranche, areaId: areaId || null };
  const lines = [entryLines(input.measure, place)];
  const reached = selectedAmount(lines, movements);
  const differences = missingIn(input, place, movements, windows);
  return closed({
    key,
    level: "area",
    label: { level: "area", ...area },
    ...worthOf(input, place, movements),
    reached,
    lines,
    children: entryNodes(key, input.entries),
    differences,
  });
}

function worthOf(
  { measure, pending, corrections }: TreeInput,
  { areaId, trancheId }: Place,
  { positions }: Movements,
): Pick<ReconciliationNode, "basis" | "amount"> {
  const spent = balanceOf(positions, "spent");
  if (measure === "settled_spend") return { basis: "accepted", amount: spent };
  if (measure !== "accepted") return { basis: "allocated", amount: balanceOf(positions, "allocated") };
  const here = (one: { areaId: string; trancheId: string }) =>
    one.areaId === areaId && one.trancheId === trancheId;
  const more = pendingTotal(pending.filter(here), corrections.filter(here));
  return { basis: "reported", amount: cents(spent + more) };
}
