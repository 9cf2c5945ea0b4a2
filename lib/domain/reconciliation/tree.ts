import { type Cents, cents, sum } from "../money";
import { type Difference, difference } from "./difference";
import type { Label, Level } from "./label";
import type { Selector } from "./selector";

/**
 * Pairs of measures, each named by what is asked how much of it there is: published and set as ceiling, ceilings and
 * allocated, allocated and advanced, spent or settled, reported and accepted, accepted and settled.
 */
export const MEASURES = [
  "ceiling",
  "allocated",
  "advanced",
  "spent",
  "settled",
  "accepted",
  "settled_spend",
] as const;
export type Measure = (typeof MEASURES)[number];

/** What the amount of a node is: what was published, reported or brought from elsewhere, or a balance of the ledger. */
export type Basis = "claim" | "ceiling" | "allocated" | "reported" | "accepted" | "external" | "entry";

/** At every node: children and named differences together are the amount, to the cent. */
export interface ReconciliationNode {
  /** Path of codes, such as "OW.1.OEF01"; the programme itself is "". */
  readonly key: string;
  readonly level: Level;
  readonly label: Label;
  readonly basis: Basis;
  readonly amount: Cents;
  /** How much there is of the measure that is asked for: what the entries below come to. */
  readonly reached: Cents;
  /** Whose entries it opens into; none above those. */
  readonly lines: readonly Selector[];
  /** Null when they were not asked for; entries have none. */
  readonly children: readonly ReconciliationNode[] | null;
  readonly differences: readonly Difference[];
}

const total = (amounts: readonly (Cents | null)[]): Cents =>
  sum(amounts.map((amount) => amount ?? cents(0n)));

/** What is not said between a node and what is below it; zero when it closes. An entry is whole by itself. */
export function gapOf({ level, amount, reached, children, differences }: ReconciliationNode): Cents {
  if (level === "entry") return cents(0n);
  const below = children === null ? reached : total(children.map((child) => child.amount));
  return cents(amount - below - total(differences.map((one) => one.amount)));
}

/** Nothing is hidden: what nobody can name becomes a difference of its own, "unexplained". */
export function closed(node: ReconciliationNode): ReconciliationNode {
  const gap = gapOf(node);
  return gap === 0n ? node : { ...node, differences: [...node.differences, difference("unexplained", gap)] };
}

/** A node that is its children and what keeps them from being it. */
export const above = (
  node: Omit<ReconciliationNode, "reached" | "lines" | "children"> & {
    readonly children: readonly ReconciliationNode[];
  },
): ReconciliationNode =>
  closed({ ...node, lines: [], reached: total(node.children.map(({ reached }) => reached)) });

/**
 * Proof of a whole tree: the first node that does not close, or null. Every node closes with what is right below it, and
 * all differences under it are what it is more than the entries at the bottom.
 */
export function firstGap(node: ReconciliationNode): { readonly key: string; readonly gap: Cents } | null {
  const gap = gapOf(node);
  if (gap !== 0n) return { key: node.key, gap };
  const deep = cents(node.amount - node.reached - total(allDifferences(node).map(({ amount }) => amount)));
  if (node.level !== "entry" && deep !== 0n) return { key: node.key, gap: deep };
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
