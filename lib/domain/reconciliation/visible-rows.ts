import type { Difference, Item } from "./difference";
import { entryNodes } from "./entry-nodes";
import type { Selector } from "./selector";
import { allDifferences, type ReconciliationNode } from "./tree";
import type { TreeEntries } from "./tree-input";

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
      /** Null where nothing is known that makes it. */
      readonly open: boolean | null;
    }
  | {
      readonly is: "item";
      readonly depth: number;
      /** Of the difference that it makes. */
      readonly parent: string;
      readonly key: string;
      readonly item: Item | { readonly is: "line"; readonly entry: ReconciliationNode };
    };

type EntriesOf = ReadonlyMap<string, TreeEntries>;

const opens = ({ level, children, differences }: ReconciliationNode) =>
  level !== "entry" && (children === null || children.length > 0 || differences.length > 0);

/** The address of a difference among what is open: "OW.1!not_yet_allocated". */
export const differenceKey = (parent: string, { key }: Difference): string => `${parent}!${key}`;

/** The keys of differences among what is open, each within its node. */
export const openedDifferences = (open: readonly string[]): ReadonlySet<string> =>
  new Set(open.flatMap((key) => (key.includes("!") ? [key.slice(key.indexOf("!") + 1)] : [])));

/** Children, then differences, at each level, each difference with what makes it; the programme itself is always open. */
export function visibleRows(
  node: ReconciliationNode,
  open: ReadonlySet<string>,
  entries: EntriesOf = new Map(),
  depth = 0,
): TreeRow[] {
  const mayOpen = opens(node);
  const isOpen = mayOpen && (depth === 0 || open.has(node.key));
  const deeper = isOpen ? 0 : allDifferences(node).length - node.differences.length;
  const own: TreeRow = { is: "node", depth, node, open: mayOpen ? isOpen : null, deeper };
  if (!isOpen) return [own];
  return [
    own,
    ...(node.children ?? []).flatMap((child) => visibleRows(child, open, entries, depth + 1)),
    ...node.differences.flatMap((one) => differenceRows(one, node.key, { open, entries, depth: depth + 1 })),
  ];
}

function differenceRows(
  difference: Difference,
  parent: string,
  { open, entries, depth }: { open: ReadonlySet<string>; entries: EntriesOf; depth: number },
): TreeRow[] {
  const key = differenceKey(parent, difference);
  const mayOpen = difference.lines.length + difference.items.length > 0;
  const isOpen = mayOpen && open.has(key);
  const own: TreeRow = { is: "difference", depth, parent, difference, open: mayOpen ? isOpen : null };
  if (!isOpen) return [own];
  const items = [
    ...difference.items,
    ...(entryNodes(key, entries) ?? []).map((entry) => ({ is: "line", entry }) as const),
  ];
  return [
    own,
    ...items.map(
      (item, index): TreeRow => ({ is: "item", depth: depth + 1, parent: key, key: `${key}.${index}`, item }),
    ),
  ];
}

/** Every node that can be opened and is not an entry: what "open all" asks for. What makes a difference stays shut. */
export function openableKeys(node: ReconciliationNode): string[] {
  const own = opens(node) && node.key !== "" ? [node.key] : [];
  return [...own, ...(node.children ?? []).flatMap(openableKeys)];
}

/** What is open and opens into entries: nodes and differences that are seen, by their keys. */
export function openedLines(
  node: ReconciliationNode,
  open: ReadonlySet<string>,
): { readonly key: string; readonly lines: readonly Selector[] }[] {
  if (node.key !== "" && !open.has(node.key)) return [];
  return [
    { key: node.key, lines: node.lines },
    ...node.differences
      .map((one) => ({ key: differenceKey(node.key, one), lines: one.lines }))
      .filter(({ key }) => open.has(key)),
    ...(node.children ?? []).flatMap((child) => openedLines(child, open)),
  ].filter(({ lines }) => lines.length > 0);
}
