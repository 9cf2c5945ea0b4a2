import { type Cents, cents } from "../money";
import type { Difference } from "./difference";
import type { Label, Level } from "./label";

/** How deep the tree asks: down to ceilings, allocations, advances, accepted spend, or settlements. */
export const MEASURES = ["ceiling", "allocated", "advanced", "spent", "settled"] as const;
export type Measure = (typeof MEASURES)[number];

/** What the amount of a node is: what was published, or a balance of the ledger. */
export type Basis = "claim" | "ceiling" | "allocated" | "entry";

/** At every node: children and named differences together are the amount, to the cent. */
export interface ReconciliationNode {
  /** Path of codes, such as "OW.1.OEF01"; the programme itself is "". */
  readonly key: string;
  readonly level: Level;
  readonly label: Label;
  readonly basis: Basis;
  readonly amount: Cents;
  /** Null when they were not asked for; entries have none. */
  readonly children: readonly ReconciliationNode[] | null;
  readonly differences: readonly Difference[];
}

const total = (amounts: readonly (Cents | null)[]): bigint =>
  amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n);

/** What children and differences leave unsaid; zero when the node closes, null when its children are not known. */
export function gapOf({ level, amount, children, differences }: ReconciliationNode): Cents | null {
  if (level === "entry") return cents(0n);
  if (children === null) return null;
  return cents(
    amount - total(children.map((child) => child.amount)) - total(differences.map((one) => one.amount)),
  );
}

/** Nothing is hidden: what nobody can name becomes a difference of its own, "unexplained". */
export function closed(node: ReconciliationNode): ReconciliationNode {
  const gap = gapOf(node);
  if (gap === null || gap === 0n) return node;
  const unexplained: Difference = {
    key: "unexplained",
    cause: "unexplained",
    amount: gap,
    about: { is: "nothing" },
  };
  return { ...node, differences: [...node.differences, unexplained] };
}

/** Proof of a whole tree: the first node that does not close, or null. */
export function firstGap(node: ReconciliationNode): { readonly key: string; readonly gap: Cents } | null {
  const gap = gapOf(node);
  if (gap !== null && gap !== 0n) return { key: node.key, gap };
  for (const child of node.children ?? []) {
    const deeper = firstGap(child);
    if (deeper !== null) return deeper;
  }
  return null;
}

/** Every difference of the node and below it. */
export function allDifferences(node: ReconciliationNode): Difference[] {
  return [...node.differences, ...(node.children ?? []).flatMap(allDifferences)];
}
