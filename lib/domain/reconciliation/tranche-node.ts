import { areaNode } from "./area-node";
import type { Difference } from "./difference";
import { entryNodes } from "./entry-nodes";
import { balanceOf, groupBy, type Position } from "./positions";
import { closed, type ReconciliationNode } from "./tree";
import type { TreeInput } from "./tree-input";

interface TrancheInput {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly positions: readonly Position[];
}

const nameOf = ({ label }: ReconciliationNode) =>
  "name" in label && typeof label.name === "string" ? label.name : "";
const byName = (a: ReconciliationNode, b: ReconciliationNode) =>
  nameOf(a) + a.key < nameOf(b) + b.key ? -1 : 1;

/** A tranche is worth its ceiling: what was allocated under it, and what was not yet. */
export function trancheNode(
  input: TreeInput,
  { key, id, name, positions }: TrancheInput,
): ReconciliationNode {
  const node = {
    key,
    level: "tranche",
    label: { level: "tranche", name },
    basis: "ceiling",
    amount: balanceOf(positions, "ceiling"),
  } as const;
  if (input.measure === "ceiling") {
    return closed({ ...node, children: entryNodes(key, input.entries), differences: [] });
  }
  const children = [...groupBy(positions, ({ municipalityId }) => municipalityId)]
    .map(([municipalityId, own]) => municipalityNode(input, { key, id, municipalityId, positions: own }))
    .sort(byName);
  const unallocated = balanceOf(positions, "unallocated");
  const differences: Difference[] =
    unallocated === 0n
      ? []
      : [{ key: "unallocated", cause: "not_yet_allocated", amount: unallocated, about: { is: "nothing" } }];
  return closed({ ...node, children, differences });
}

function municipalityNode(
  input: TreeInput,
  tranche: { key: string; id: string; municipalityId: string; positions: readonly Position[] },
): ReconciliationNode {
  const { municipalityId, positions } = tranche;
  const municipality = input.structure.municipalities.get(municipalityId) ?? {
    code: municipalityId,
    name: municipalityId,
  };
  const key = `${tranche.key}.${municipality.code}`;
  const windows = input.windows.filter(
    (one) => one.trancheId === tranche.id && one.municipalityId === municipalityId,
  );
  const children = [...groupBy(positions, ({ areaId }) => areaId ?? "")]
    .map(([areaId, own]) => areaNode(input, { key, areaId, positions: own, windows }))
    .sort(byName);
  return closed({
    key,
    level: "municipality",
    label: { level: "municipality", ...municipality },
    basis: "allocated",
    amount: balanceOf(positions, "allocated"),
    children,
    differences: [],
  });
}
