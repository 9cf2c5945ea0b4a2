import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sum } from "@/lib/domain/money";
import { BETWEEN_MEASURES, type BetweenRow, movedBetween } from "@/lib/domain/reconciliation/between";
import { anyWorld } from "./tree-world";

const changeOf = (row: BetweenRow, measure: string) =>
  row.moved.find((one) => one.measure === measure)?.change ?? 0n;
const under = (rows: readonly BetweenRow[], { key, depth }: BetweenRow) =>
  rows.filter((row) => row.depth === depth + 1 && (key === "" || row.key.startsWith(`${key}.`)));

describe("the difference between two moments of knowing", () => {
  it("of a node is that of its parts together, for every measure", () => {
    fc.assert(
      fc.property(
        anyWorld,
        anyWorld,
        ({ structure, movements: { positions: before } }, { movements: { positions: after } }) => {
          const rows = movedBetween(structure, { before, after });
          for (const row of rows)
            for (const measure of BETWEEN_MEASURES) {
              // A ceiling is of a tranche and of nothing below it; an area has no parts.
              if (row.level === "area" || (measure === "ceiling" && row.depth >= 2)) continue;
              const parts = under(rows, row).reduce((all, part) => all + changeOf(part, measure), 0n);
              expect(parts, `${row.key} ${measure}`).toBe(changeOf(row, measure));
            }
        },
      ),
    );
  });

  it("of the programme is all that is known later less all that was known first", () => {
    fc.assert(
      fc.property(
        anyWorld,
        anyWorld,
        ({ structure, movements: { positions: before } }, { movements: { positions: after } }) => {
          const [whole] = movedBetween(structure, { before, after });
          const spent = (positions: typeof before) =>
            sum(positions.filter(({ kind }) => kind === "spent").map(({ amount }) => amount));
          expect(whole === undefined ? 0n : changeOf(whole, "spent")).toBe(spent(after) - spent(before));
        },
      ),
    );
  });

  it("is nothing where nothing came to be known, and says apart what was never posted and what is zero", () => {
    fc.assert(
      fc.property(anyWorld, ({ structure, movements: { positions } }) => {
        expect(movedBetween(structure, { before: positions, after: positions })).toEqual([]);
        for (const row of movedBetween(structure, { before: [], after: positions }))
          expect(row.moved.map(({ before }) => before)).toEqual(row.moved.map(() => null));
      }),
    );
  });
});
