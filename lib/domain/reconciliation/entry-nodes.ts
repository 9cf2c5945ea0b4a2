import type { ReconciliationNode } from "./tree";
import type { TreeEntries } from "./tree-input";

/** The entries of an opened node, in the order of the chain; null when the node is shut. */
export function entryNodes(
  key: string,
  entries: ReadonlyMap<string, TreeEntries>,
): ReconciliationNode[] | null {
  const own = entries.get(key);
  if (own === undefined) return null;
  const nodes = own.shown.map(
    ({ amount, ...entry }): ReconciliationNode => ({
      key: `${key}.${entry.seq}`,
      level: "entry",
      label: { level: "entry", ...entry },
      basis: "entry",
      amount,
      reached: amount,
      lines: [],
      children: null,
      differences: [],
    }),
  );
  if (own.rest === null) return nodes;
  const label = { level: "rest", lines: own.rest.lines } as const;
  return [
    ...nodes,
    {
      key: `${key}.rest`,
      level: "entry",
      label,
      basis: "entry",
      amount: own.rest.amount,
      reached: own.rest.amount,
      lines: [],
      children: null,
      differences: [],
    },
  ];
}
