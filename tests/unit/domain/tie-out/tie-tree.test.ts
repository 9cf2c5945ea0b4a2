import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import type { Position } from "@/lib/domain/reconciliation/positions";
import { allDifferences, firstGap } from "@/lib/domain/reconciliation/tree";
import type { TreeStructure } from "@/lib/domain/reconciliation/tree-input";
import type { OurUnit } from "@/lib/domain/tie-out/our-unit";
import { tieDifferences } from "@/lib/domain/tie-out/tie-differences";
import { tieTree } from "@/lib/domain/tie-out/tie-tree";
import { compare, MUNICIPALITIES, PLACES, row, someRows, someUnits, unit } from "./support";

const named = (list: readonly { readonly id: string; readonly label: string }[]) =>
  new Map(list.map(({ id, label }) => [id, { code: id, name: label }]));
const STRUCTURE: TreeStructure = {
  name: { nl: "Oefenprogramma", en: "Practice programme" },
  streams: [
    {
      id: "OW",
      code: "OW",
      name: "Wijken",
      note: null,
      earmark: "exclusive",
      vatBasis: "gross",
      tranches: [{ id: "OW.1", code: "1", name: "Tranche 1" }],
    },
  ],
  municipalities: named(PLACES.municipalities),
  areas: named(PLACES.areas),
};

const positionsOf = (units: readonly OurUnit[]): Position[] =>
  units.flatMap(({ place, counted }) =>
    counted === null
      ? []
      : [{ ...place, kind: "advanced", themeId: null, year: null, amount: counted.amount } as const],
  );

const treeOf = (
  rows: Parameters<typeof compare>[0],
  units: readonly OurUnit[],
  positions = positionsOf(units),
) => {
  const found = compare(rows, units);
  return tieTree({
    kind: "payment",
    year: null,
    structure: STRUCTURE,
    positions,
    theirs: found.theirs,
    differences: tieDifferences("f", found.pairings, []),
    entries: new Map(),
  });
};

describe("a file as a tree", () => {
  it("closes at every node, and everything under the top is named", () => {
    fc.assert(
      fc.property(someRows, someUnits, (rows, units) => {
        const tree = treeOf(rows, units);
        expect(firstGap(tree)).toBeNull();
        expect(allDifferences(tree).filter(({ cause }) => cause === "unexplained")).toEqual([]);
        expect(tree.reached).toBe(units.reduce((all, { counted }) => all + (counted?.amount ?? 0n), 0n));
      }),
    );
  });

  it("every difference is what its rows and entries come to", () => {
    fc.assert(
      fc.property(someRows, someUnits, (rows, units) => {
        for (const { amount, items } of allDifferences(treeOf(rows, units))) {
          const made = items.reduce((all, item) => all + ("amount" in item ? (item.amount ?? 0n) : 0n), 0n);
          expect(made).toBe(amount);
        }
      }),
    );
  });

  it("says so when the balances of the ledger are not what its entries come to", () => {
    const units = [unit({ number: 1, amount: 100n })];
    const [position] = positionsOf(units);
    if (position === undefined) throw new Error("no position");
    const tree = treeOf([row(2, 100n, { decision: "BES-2026-1" })], units, [
      { ...position, amount: cents(99n) },
    ]);
    expect(tree.differences).toMatchObject([{ cause: "unexplained", amount: 1n }]);
  });

  it("has a difference at the lowest level that holds all of it", () => {
    const [one, other] = MUNICIPALITIES;
    const both = { decisionNumbers: ["BES-2026-1"] };
    const units = [
      { ...unit({ number: 1, amount: 100n, municipality: one }), ...both },
      { ...unit({ number: 2, amount: 50n, municipality: other }), ...both },
      unit({ number: 3, amount: 7n, municipality: other }),
    ];
    const tree = treeOf([row(2, 149n, { decision: "BES-2026-1" })], units);
    const tranche = tree.children?.[0]?.children?.[0];
    expect(tranche?.differences).toMatchObject([{ cause: "amount_differs", amount: -1n }]);
    const area = tranche?.children?.find(({ key }) => key.endsWith(other))?.children?.[0];
    expect(area?.differences).toMatchObject([{ cause: "only_ours", amount: -7n }]);
  });
});
