import { entryNodes } from "./entry-nodes";
import { unspentDifferences, type WindowState } from "./periods";
import { balanceOf, type Position } from "./positions";
import { closed, type ReconciliationNode } from "./tree";
import type { TreeInput } from "./tree-input";

interface AreaInput {
  /** Of the municipality above it. */
  readonly key: string;
  readonly areaId: string;
  readonly positions: readonly Position[];
  readonly windows: readonly WindowState[];
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
    differences: input.measure === "spent" ? unspentDifferences(positions, windows, input) : [],
  });
}
