import type { Difference } from "./difference";
import { entryNodes } from "./entry-nodes";
import { unspentDifferences, type WindowState } from "./periods";
import { balanceOf, type Position } from "./positions";
import { unadvancedDifferences, unsettledDifferences, withoutSettled } from "./stages";
import { closed, type ReconciliationNode } from "./tree";
import type { TreeInput } from "./tree-input";

interface AreaInput {
  /** Of the municipality above it. */
  readonly key: string;
  readonly areaId: string;
  readonly positions: readonly Position[];
  readonly windows: readonly WindowState[];
}

/** Why what was allocated is not all advanced, spent or settled; nothing is missing where allocations are asked. */
function missingIn(
  input: TreeInput,
  positions: readonly Position[],
  windows: readonly WindowState[],
): readonly Difference[] {
  switch (input.measure) {
    case "advanced":
      return unadvancedDifferences(positions);
    case "settled":
      return unsettledDifferences(positions);
    case "spent": {
      const { open, lapsed } = withoutSettled(positions);
      return [...unspentDifferences(open, windows, input), ...lapsed];
    }
    case "allocated":
    case "ceiling":
      return [];
  }
}

/** An area is worth what was allocated for it: its entries, or what of it was spent and why the rest was not. */
export function areaNode(
  input: TreeInput,
  { key: above, areaId, positions, windows }: AreaInput,
): ReconciliationNode {
  const area = input.structure.areas.get(areaId) ?? { code: areaId || "-", name: areaId || "-" };
  const key = `${above}.${area.code}`;
  return closed({
    key,
    level: "area",
    label: { level: "area", ...area },
    basis: "allocated",
    amount: balanceOf(positions, "allocated"),
    children: entryNodes(key, input.entries),
    differences: missingIn(input, positions, windows),
  });
}
