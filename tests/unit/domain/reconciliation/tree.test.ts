import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, sum } from "@/lib/domain/money";
import { buildTree } from "@/lib/domain/reconciliation/build-tree";
import type { Difference, Item } from "@/lib/domain/reconciliation/difference";
import { selectedAmount } from "@/lib/domain/reconciliation/selector";
import {
  allDifferences,
  firstGap,
  MEASURES,
  type ReconciliationNode,
} from "@/lib/domain/reconciliation/tree";
import type { TreeEntries, TreeInput } from "@/lib/domain/reconciliation/tree-input";
import {
  differenceKey,
  openableKeys,
  openedLines,
  visibleRows,
} from "@/lib/domain/reconciliation/visible-rows";
import { anyWorld } from "./tree-world";

const beside = (items: readonly Item[]) =>
  sum(items.map((item) => ("amount" in item && item.amount !== null ? item.amount : cents(0n))));
const nodesOf = (node: ReconciliationNode): ReconciliationNode[] => [
  node,
  ...(node.children ?? []).flatMap(nodesOf),
];

/** As the database answers: the entries of everything that is open, here one line for all of them. */
function entriesFor(
  tree: ReconciliationNode,
  open: ReadonlySet<string>,
  { movements }: Pick<TreeInput, "movements">,
) {
  return new Map<string, TreeEntries>(
    openedLines(tree, open).map(({ key, lines }) => [
      key,
      { shown: [], rest: { lines: 1n, amount: selectedAmount(lines, movements) } },
    ]),
  );
}

describe("whatever the ledger, the reports and the sources say", () => {
  it("children and named differences are the whole at every node, for every pair, shut and open", () => {
    fc.assert(
      fc.property(anyWorld, fc.constantFrom(...MEASURES), (world, measure) => {
        const shut = buildTree({ ...world, measure, entries: new Map() });
        expect(firstGap(shut)).toBeNull();
        const open = new Set(openableKeys(shut));
        const whole = buildTree({ ...world, measure, entries: entriesFor(shut, open, world) });
        expect(firstGap(whole)).toBeNull();
        expect(whole.reached).toBe(shut.reached);
        for (const { key, level, reached, children } of nodesOf(whole))
          if (level !== "entry") expect(sum((children ?? []).map((one) => one.reached)), key).toBe(reached);
      }),
      { numRuns: 300 },
    );
  });

  it("a difference that lines of entries make is those lines and what stands beside them, to the cent", () => {
    fc.assert(
      fc.property(anyWorld, fc.constantFrom(...MEASURES), (world, measure) => {
        const tree = buildTree({ ...world, measure, entries: new Map() });
        for (const { lines, items, amount, cause } of allDifferences(tree)) {
          if (lines.length === 0) continue;
          expect(selectedAmount(lines, world.movements) + beside(items), cause).toBe(amount);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("what is reached below the top is all there is of it in the ledger", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const tree = buildTree({ ...world, measure: "spent", entries: new Map() });
        const spent = world.movements.positions.filter(({ kind }) => kind === "spent");
        expect(tree.reached).toBe(sum(spent.map(({ amount }) => amount)));
      }),
    );
  });

  it("everything that is named has its own key, so that it can be opened", () => {
    fc.assert(
      fc.property(anyWorld, fc.constantFrom(...MEASURES), (world, measure) => {
        const tree = buildTree({ ...world, measure, entries: new Map() });
        const keys = nodesOf(tree).flatMap((node) => [
          node.key,
          ...node.differences.map((one) => differenceKey(node.key, one)),
        ]);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe("what makes a difference", () => {
  it("is shown below it once it is opened, with the entries that were read for it", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const measure = "spent";
        const shut = buildTree({ ...world, measure, entries: new Map() });
        const found = nodesOf(shut).flatMap((node) =>
          node.differences.map((one): [string, Difference] => [differenceKey(node.key, one), one]),
        );
        const open = new Set([...openableKeys(shut), ...found.map(([key]) => key)]);
        const entries = entriesFor(shut, open, world);
        const rows = visibleRows(buildTree({ ...world, measure, entries }), open, entries);
        for (const [key, { lines, items }] of found) {
          const below = rows.filter((row) => row.is === "item" && row.parent === key);
          expect(below.length, key).toBe(items.length + (lines.length > 0 ? 1 : 0));
        }
      }),
    );
  });
});
