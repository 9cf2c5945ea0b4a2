import type { Difference } from "./difference";
import { allDifferences, type ReconciliationNode } from "./tree";

/** A line of the tree as it is open now; screen and export show the same ones. */
export type TreeRow =
  | {
      readonly is: "node";
      readonly depth: number;
      readonly node: ReconciliationNode;
      /** Null for what cannot be opened. */
      readonly open: boolean | null;
      /** Differences below a node that is shut. */
      readonly deeper: number;
    }
  | {
      readonly is: "difference";
      readonly depth: number;
      readonly parent: string;
      readonly difference: Difference;
    };

const opens = ({ level, children, differences }: ReconciliationNode) =>
  level !== "entry" && (children === null || children.length > 0 || differences.length > 0);

/** Children, then differences, at each level; the programme itself is always open. */
export function visibleRows(node: ReconciliationNode, open: ReadonlySet<string>, depth = 0): TreeRow[] {
  const mayOpen = opens(node);
  const isOpen = mayOpen && (depth === 0 || open.has(node.key));
  const deeper = isOpen ? 0 : allDifferences(node).length - node.differences.length;
  const own: TreeRow = { is: "node", depth, node, open: mayOpen ? isOpen : null, deeper };
  if (!isOpen) return [own];
  return [
    own,
    ...(node.children ?? []).flatMap((child) => visibleRows(child, open, depth + 1)),
    ...node.differences.map(
      (difference): TreeRow => ({ is: "difference", depth: depth + 1, parent: node.key, difference }),
    ),
  ];
}

/** Every node that can be opened and is not an entry: what "open all" asks for. */
export function openableKeys(node: ReconciliationNode): string[] {
  const own = opens(node) && node.key !== "" ? [node.key] : [];
  return [...own, ...(node.children ?? []).flatMap(openableKeys)];
}

/** The nodes on the way to a node: "OW.1.OEF01" gives "OW", "OW.1" and itself. */
export function pathTo(key: string): string[] {
  const parts = key.split(".");
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}
